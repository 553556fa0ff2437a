import { afterEach, expect, test, vi } from 'vitest';
import { type BranchOfPcs, openBranchOfPcs } from '../../../testing/hub/branch-of-pcs.ts';

let branch: BranchOfPcs;

afterEach(() => branch.remove());

const admin = { window: 'admin' };
const patience = { timeout: 20_000, interval: 50 };

test('a PC whose pairing was withdrawn joins again by a new code, and one that is joined does not', async () => {
  branch = openBranchOfPcs();
  const hub = await branch.first();
  const desk = await branch.join(hub, 2);
  const hubAddress = { host: '127.0.0.1', port: branch.portOf(hub), desk: null };
  const stateOfDesk = async () => (await desk.ok('system.connection', {})).branch.state;
  await vi.waitFor(async () => expect(await stateOfDesk()).toBe('connected'), patience);
  const { code } = await hub.ok('branch.showCode', {}, admin);
  expect(await desk.call('branch.join', { ...hubAddress, code }, admin)).toMatchObject({
    error: { code: 'already_joined' },
  });

  const { pcs } = await hub.ok('branch.state', {}, admin);
  const fingerprint = pcs.find(({ workstationNo }) => workstationNo === 2)?.fingerprint ?? '';
  await hub.ok('branch.withdraw', { fingerprint }, admin);
  await vi.waitFor(async () => expect(await stateOfDesk()).toBe('not_trusted'), patience);
  const again = await hub.ok('branch.showCode', {}, admin);
  await desk.ok('branch.join', { ...hubAddress, code: again.code }, admin);
  await vi.waitFor(async () => expect(await stateOfDesk()).toBe('connected'), patience);
  expect((await desk.ok('branch.state', {}, admin)).pcs).toMatchObject([
    { workstationNo: 1, isHub: true, withdrawnAt: null },
    { workstationNo: 2, isSelf: true, withdrawnAt: null },
  ]);
}, 60_000);
