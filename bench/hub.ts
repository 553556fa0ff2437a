import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../src-main/testing/free-port.ts';
import { setUpAnswers, spawnHub } from '../src-main/testing/hub/branch-of-processes.ts';
import type { Round } from '../src-main/testing/hub/desk-pc-work.ts';
import { type DeskPc, startDeskPc } from '../src-main/testing/hub/desk-pcs.ts';
import { adminSecrets } from '../src-main/testing/workplace.ts';
import { openCore } from './bench-core.ts';
import { benchDisplays } from './displays.ts';
import { median, percentile, print, tell, timed } from './figure.ts';
import { residentMegabytes } from './resident.ts';

const root = join(import.meta.dirname, '..');
const counts = [1, 10, 30];
/** Of all desks together, for each number of desks. */
const calls = 300;
const aloneCalls = 300;
/** Where they do not press all at once: three calls a second together, ten times what thirty busy desks make. */
const restMillisOf = (desks: number) => Math.round((desks * 1_000) / 3);

/** What a desk waits for its next visitor, with the hub and the desks as processes of their own, over TLS on loopback. */
export async function benchHub(isBuilt: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'banko-bench-hub-'));
  const script = join(root, isBuilt ? 'dist/hub.mjs' : 'src-main/hosts/hub/main.ts');
  const port = await freePort();
  const screens = { port: await freePort(), token: randomBytes(32).toString('base64url') };
  const args = ['--data-dir', join(folder, 'hub'), '--set-up', '--screens', `${screens.port}`, '--pair'];
  const hub = await spawnHub({ args, answers: setUpAnswers, port, script });
  const desks: DeskPc[] = [];
  try {
    const alone = await callsAlone(join(folder, 'alone'));
    desks.push(...(await joinDesks(folder, port, hub.code ?? '', screens.token)));
    tell(`${desks.length} desks have joined`);
    for (const count of counts)
      for (const rest of [restMillisOf(count), 0]) await benchCalls(desks.slice(0, count), rest, alone);
    const [first] = desks;
    const work = { issues: 1, calls: 0, isPatient: false, restMillis: 0 };
    if (first !== undefined) await benchDisplays(screens, () => first.work(work));
    const megabytes = residentMegabytes(hub.child.pid ?? 0);
    if (megabytes !== undefined)
      print({
        name: 'hub.memory',
        ...{ value: megabytes, unit: 'MB', baseline: null, n: desks.length },
        note: `resident memory of the hub with ${desks.length} desks after their calls`,
      });
  } finally {
    await Promise.all(desks.map((desk) => desk.stop()));
    await hub.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A code is good for one PC: an administrator at one that has joined asks the hub for the others' codes. */
async function joinDesks(
  folder: string,
  port: number,
  firstCode: string,
  screenToken: string,
): Promise<readonly DeskPc[]> {
  const administrator = await openCore(join(folder, 'administrator'));
  administrator.core.start();
  try {
    const address = { host: '127.0.0.1', port };
    await administrator.call('branch.join', {
      ...{ ...address, code: firstCode },
      desk: { code: 'Y', name: 'Yönetici' },
    });
    const { username, password } = adminSecrets;
    await administrator.call('session.signIn', { username, password });
    const tokenHash = createHash('sha256').update(screenToken).digest('hex');
    await administrator.call('screen.add', { kind: 'display', name: 'Salon', roomCode: null, tokenHash });
    const desks: DeskPc[] = [];
    for (let deskNo = 1; deskNo <= Math.max(...counts); deskNo += 1) {
      const { code } = await administrator.call('branch.showCode', {});
      const identityFile = join(folder, `${deskNo}.pem`);
      desks.push(await startDeskPc({ identityFile, address, code, deskNo }));
    }
    return desks;
  } finally {
    await administrator.stop();
  }
}

async function benchCalls(desks: readonly DeskPc[], rest: number, alone: readonly number[]): Promise<void> {
  const each = Math.ceil(calls / desks.length);
  const work = { issues: each, calls: each, isPatient: false, restMillis: rest };
  const rounds = await Promise.all(desks.map((desk) => desk.work(work)));
  const millis = rounds.flatMap((round) => round.millis);
  const called = rounds.flatMap((round) => round.called);
  const refusals = rounds.flatMap((round) => round.refusals);
  const twice = called.length - new Set(called).size;
  const pace = rest === 0 ? 'without a pause' : 'at three calls a second together';
  print({
    name: `hub.callNext.${desks.length}${rest === 0 ? '.rush' : ''}`,
    ...{ value: percentile(millis, 0.99), unit: 'ms', n: millis.length },
    ...{ p50: median(millis), p99: percentile(millis, 0.99) },
    ...{ baseline: percentile(alone, 0.99), baselineName: 'the same call on a PC that works alone' },
    ...{ baselineP50: median(alone), baselineP99: percentile(alone, 0.99) },
    ...(desks.length === Math.max(...counts) ? { target: 30, targetOf: 'value' as const } : {}),
    note: `${desks.length} desks press ${pace}: ${refusals.length} errors, ${twice} called twice`,
  });
  if (rest > 0) printAnnounced(rounds);
}

/** What a window of another desk waits for the news of a call. */
function printAnnounced(rounds: readonly Round[]): void {
  const millis = rounds.flatMap((round) => round.announced);
  print({
    name: `hub.announce.${rounds.length}`,
    ...{ value: percentile(millis, 0.99), unit: 'ms', n: millis.length, baseline: null },
    ...{ p50: median(millis), p99: percentile(millis, 0.99) },
    ...{ target: 100, targetOf: 'value', note: 'from the time that the hub writes down to the other desk' },
  });
}

/** The same command in a core of its own, with no other PC. */
async function callsAlone(dataDir: string): Promise<readonly number[]> {
  const bench = await openCore(dataDir);
  try {
    await bench.call('system.setUp', {
      branch: { code: '26', name: 'Eskişehir Merkez' },
      desk: { code: 'B1', name: 'Banko 1' },
      workstationNo: 1,
      administrator: { ...adminSecrets, displayName: 'Deniz Yönetici' },
    });
    const { username, password } = adminSecrets;
    await bench.call('session.signIn', { username, password });
    const millis: number[] = [];
    for (let no = 0; no < aloneCalls; no += 1) {
      await bench.call('ticket.issue', { categoryCode: 'general', priority: false });
      let ticketId = '';
      millis.push(
        await timed(async () => {
          ticketId = (await bench.call('ticket.callNext', {})).ticket.id;
        }),
      );
      await bench.call('ticket.finish', { ticketId });
    }
    return millis;
  } finally {
    await bench.stop();
  }
}
