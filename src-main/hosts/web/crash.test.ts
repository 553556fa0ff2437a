import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as elapse } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type KnownEntry, knownEntry } from '../../../src-shared/ledger/entry-types.ts';
import { type Command, runLoad } from '../../testing/crash/load.ts';
import { readAfterCrash } from '../../testing/crash/store-evidence.ts';
import { type HostProcess, startHost } from '../../testing/crash/web-host-process.ts';
import { createSeeded, type Seeded, seedOfRun } from '../../testing/seeded.ts';
import { programOf } from './testing/program.ts';

const seed = seedOfRun();
/** Two data folders at once, since a start uses one processor. */
const lanes = 2;
const killsPerLane = 100;
const clients = 4;
const longestLifeMillis = 150;
const administrator = { username: 'yonetici', password: 'yonetici-parolasi' };

test(`killed at 200 moments: the acknowledged is there, the rest is absent whole (BANKO_SEED=${seed})`, async () => {
  const program = programOf('web-host');
  await Promise.all(
    Array.from({ length: lanes }, (_, lane) => liveAndDie(program, createSeeded(seed + lane))),
  );
}, 900_000);

async function liveAndDie(program: string, seeded: Seeded): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'banko-crash-'));
  try {
    const commands: Command[] = [];
    let lastLife: readonly Command[] = [];
    for (let kill = 0; kill <= killsPerLane; kill += 1) {
      const host = await startHost(program, dataDir);
      if (kill === 0) await setUp(host);
      await signIn(host);
      await replay(host, lastLife);
      if (kill < killsPerLane) lastLife = await workUntilKilled(host, seeded.next() * longestLifeMillis);
      await host.kill();
      if (kill < killsPerLane) commands.push(...lastLife);
    }
    await expectWhole(dataDir, commands);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function setUp(host: HostProcess): Promise<void> {
  const answer = await host.call('system.setUp', 'set-up-0001', {
    branch: { code: '26', name: 'Eskişehir Merkez' },
    desk: { code: 'B1', name: 'Banko 1' },
    workstationNo: 1,
    administrator: { ...administrator, displayName: 'Deniz Yönetici', pin: '9999' },
  });
  expect(answer).toMatchObject({ ok: true });
}

async function signIn(host: HostProcess): Promise<void> {
  expect(await host.call('session.signIn', crypto.randomUUID(), administrator)).toMatchObject({ ok: true });
}

async function workUntilKilled(host: HostProcess, lifeMillis: number): Promise<readonly Command[]> {
  const commands: Command[] = [];
  const load = runLoad(host, clients, (command) => commands.push(command));
  await elapse(lifeMillis);
  await host.kill();
  await load;
  return commands;
}

/** Every acknowledged command gives its first answer again; one that was not may be carried out now, once. */
async function replay(host: HostProcess, commands: readonly Command[]): Promise<void> {
  for (const command of commands) {
    const again = await host.call(command.method, command.commandId, command.input);
    if (command.answer?.ok) expect(again).toEqual(command.answer);
    else command.answer = again;
  }
}

async function expectWhole(dataDir: string, commands: readonly Command[]): Promise<void> {
  const { entries, verification, projections } = await readAfterCrash(dataDir);
  expect(verification.fault).toBeNull();
  expect(projections.left).toEqual(projections.rebuilt);

  const known = entries.flatMap((entry) => knownEntry(entry) ?? []);
  const done = commands.filter((command) => command.answer?.ok);
  const idsOf = (method: string) =>
    done.flatMap((command) => (command.method === method ? [command.commandId] : [])).sort();
  expect(known.flatMap(wordsOf).sort()).toEqual(
    ['application.register', 'application.recordCall', 'application.close'].flatMap(idsOf).sort(),
  );

  const numbers = known.flatMap((item) =>
    item.type === 'application.registered' ? [item.payload.applicationNo] : [],
  );
  const tickets = known.flatMap((item) =>
    item.type === 'ticket.issued' ? [`${item.payload.serviceDay} ${item.payload.label}`] : [],
  );
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(new Set(tickets).size).toBe(tickets.length);
  expect(tickets).toHaveLength(idsOf('ticket.issue').length);

  const registrations = Map.groupBy(
    known.filter(({ type }) => partsOfRegistration.includes(type)),
    ({ entry }) => entry.stream.id,
  );
  for (const [id, parts] of registrations) {
    if (parts.every(({ entry }) => entry.stream.kind !== 'application')) continue;
    const types = new Set(parts.map(({ type }) => type));
    expect({ id, types: [...types].sort() }).toEqual({ id, types: partsOfRegistration });
  }
}

/** What a registration writes in one transaction. */
const partsOfRegistration: readonly string[] = [
  'application.registered',
  'notice.given',
  'print.requested',
  'sms.requested',
];

/** The command's own id, which the load wrote where a clerk writes words. */
function wordsOf(item: KnownEntry): readonly string[] {
  switch (item.type) {
    case 'application.registered':
      return [item.payload.description];
    case 'call.attempted':
      return [item.payload.note];
    case 'application.closed':
      return [item.payload.outcome];
    default:
      return [];
  }
}
