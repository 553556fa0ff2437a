import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLan } from '../../adapters/lan/create-lan.ts';
import { readAfterCrash } from '../../testing/crash/store-evidence.ts';
import {
  type BranchOfProcesses,
  type DeskProcess,
  openBranchOfProcesses,
} from '../../testing/hub/branch-of-processes.ts';
import { createRecordingLog } from '../../testing/recording-log.ts';
import { anApplication } from '../../testing/workplace.ts';
import { makeDataDir } from '../web/testing/spawn-web-host.ts';

const patience = { timeout: 40_000, interval: 100 };

let branch: BranchOfProcesses;

beforeEach(() => {
  branch = openBranchOfProcesses();
});

afterEach(() => branch.remove());

async function issue(desk: DeskProcess): Promise<number> {
  const { ticket } = await desk.ok('ticket.issue', { categoryCode: 'general', priority: false });
  return Number(ticket.label.slice(1));
}

async function connectionOf(desk: DeskProcess) {
  return (await desk.ok('system.connection', {})).branch;
}

async function twoDesks() {
  const hub = await branch.hub();
  const one = await branch.desk(1, hub, hub.code ?? '');
  const { code } = await one.ok('branch.showCode', {});
  const two = await branch.desk(2, hub, code);
  for (const desk of [one, two])
    await vi.waitFor(
      async () => expect(await connectionOf(desk)).toMatchObject({ state: 'connected' }),
      patience,
    );
  return { hub, one, two };
}

test('a hub without windows gives one queue to the desks, and when it is killed another PC goes on above its last number', async () => {
  const { hub, one, two } = await twoDesks();
  const before = [await issue(one), await issue(two), await issue(one)];
  expect(before).toEqual([101, 102, 103]);
  hub.child.kill('SIGKILL');
  for (const desk of [one, two])
    await vi.waitFor(
      async () => expect(await connectionOf(desk)).toMatchObject({ state: 'unreachable' }),
      patience,
    );
  expect(await two.call('ticket.callNext', {})).toMatchObject({ error: { code: 'hub_unreachable' } });
  await two.ok('application.register', anApplication());

  await one.ok('branch.takeOver', {});
  await vi.waitFor(
    async () => expect(await connectionOf(two)).toMatchObject({ state: 'connected', hubName: 'Banko 1' }),
    patience,
  );
  const after = [await issue(one), await issue(two)];
  const numbers = [...before, ...after];
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
  const called = [await two.ok('ticket.callNext', {}), await one.ok('ticket.callNext', {})];
  expect(called.map(({ ticket }) => ticket.label)).toEqual(['A101', 'A102']);
});

test('a desk that is killed in the middle of a call and sends it again when it is back has called one number', async () => {
  const { hub, one, two } = await twoDesks();
  for (let made = 0; made < 3; made += 1) await issue(two);
  const commandId = 'one-call-before-the-power-cut';
  const cutOff = one.call('ticket.callNext', {}, commandId).catch(() => undefined);
  await one.crash();
  await cutOff;
  const again = await one.startAgain();
  const first = await vi.waitFor(() => again.ok('ticket.callNext', {}, commandId), patience);
  expect(await again.ok('ticket.callNext', {}, commandId)).toEqual(first);
  const queue = await two.ok('ticket.queue', {});
  expect(queue.active.map(({ label }) => label)).toEqual(['A101']);
  expect(queue.waiting.map(({ label }) => label)).toEqual(['A102', 'A103']);
  await again.host.stop();
  await hub.stop();
  const { verification, projections } = await readAfterCrash(one.dataDir);
  expect(verification.fault).toBeNull();
  expect(projections.left).toEqual(projections.rebuilt);
});

test('a wrong code and a stranger’s key get nothing from the hub, and a request that is sent twice is carried out once', async () => {
  const hub = await branch.hub();
  const code = hub.code ?? '';
  const wrong = code.replace(/.$/, code.endsWith('0') ? '1' : '0');
  await expect(branch.desk(1, hub, wrong)).rejects.toThrow('wrong_pairing_code');
  const desk = await branch.desk(2, hub, code);
  const { pcs } = await desk.ok('branch.state', {});
  const fingerprint = pcs.find(({ isHub }) => isHub)?.fingerprint ?? '';

  const folder = makeDataDir();
  const stranger = createLan({
    identityFile: join(folder.path, 'stranger.pem'),
    log: createRecordingLog().log,
  });
  const states: string[] = [];
  const connection = stranger.connect({
    addresses: () => [{ host: '127.0.0.1', port: hub.port }],
    fingerprint,
    onMessage: () => states.push('told something'),
    onState: (state) => states.push(state),
  });
  await vi.waitFor(() => expect(states).toEqual(['not_trusted']), patience);
  expect(await connection.request('credentials', null, 5_000)).toMatchObject({
    failure: { kind: 'not_trusted' },
  });
  connection.close();
  folder.remove();

  const wanted = { categoryCode: 'general', priority: false };
  const commandId = 'one-number-asked-for-twice';
  const first = await desk.ok('ticket.issue', wanted, commandId);
  expect(await desk.ok('ticket.issue', wanted, commandId)).toEqual(first);
  expect((await desk.ok('ticket.queue', {})).waiting).toHaveLength(1);
});
