import { afterEach, expect, test, vi } from 'vitest';
import { type BranchOfPcs, openBranchOfPcs } from '../../testing/hub/branch-of-pcs.ts';
import { openLine } from '../../testing/lan/line.ts';
import type { TestCore } from '../../testing/make-core.ts';
import { adminSecrets, anApplication } from '../../testing/workplace.ts';

let branch: BranchOfPcs;

afterEach(() => branch.remove());

const admin = { window: 'admin' };
const patience = { timeout: 40_000, interval: 50 };

async function issue(pc: TestCore): Promise<string> {
  return (await pc.ok('ticket.issue', { categoryCode: 'general', priority: false }, admin)).ticket.label;
}

async function connectionOf(pc: TestCore) {
  return (await pc.ok('system.connection', {})).branch;
}

async function signIn(pc: TestCore): Promise<void> {
  const { username, password } = adminSecrets;
  await pc.ok('session.signIn', { username, password }, admin);
}

test('a desk whose answer is lost in the middle of a call is answered over a new line, and called once', async () => {
  branch = openBranchOfPcs();
  const hub = await branch.first();
  const line = await openLine({ host: '127.0.0.1', port: branch.portOf(hub) });
  const desk = await branch.join(hub, 2, line.address);
  for (let made = 0; made < 3; made += 1) await issue(hub);
  await vi.waitFor(
    async () => expect((await desk.ok('ticket.queue', {}, admin)).waiting).toHaveLength(3),
    patience,
  );
  line.loseAnswers();
  // On a busy machine the line may take longer to come back than a person is made to wait: they press again.
  const ticket = await vi.waitFor(async () => {
    const called = await desk.ok('ticket.callNext', {}, { ...admin, commandId: 'one-call-000001' });
    return called.ticket;
  }, patience);
  expect(ticket).toMatchObject({ label: 'A101', status: 'called', desk: { deskCode: 'B2' } });
  expect(await hub.ok('ticket.queue', {}, admin)).toMatchObject({
    active: [{ label: 'A101' }],
    waiting: [{ label: 'A102' }, { label: 'A103' }],
  });
  await line.close();
}, 60_000);

test('when the hub is lost every desk says so, works on, and one that takes over goes on above the last number', async () => {
  branch = openBranchOfPcs();
  const hub = await branch.first();
  const [one, two] = [await branch.join(hub, 2), await branch.join(hub, 3)];
  const before = [await issue(hub), await issue(one), await issue(two)];
  expect(before).toEqual(['A101', 'A102', 'A103']);
  await hub.core.stop();
  await vi.waitFor(
    async () => expect(await connectionOf(one)).toMatchObject({ state: 'unreachable' }),
    patience,
  );
  expect((await connectionOf(one)).trouble).toContain('Şube merkezine ulaşılamıyor');
  expect(await two.call('ticket.callNext', {}, admin)).toMatchObject({ error: { code: 'hub_unreachable' } });
  await two.ok('application.register', anApplication(), admin);

  expect((await one.ok('branch.state', {}, admin)).takeOver).toBe('above_the_last');
  await one.ok('branch.takeOver', {}, admin);
  expect(await connectionOf(one)).toMatchObject({ role: 'hub', trouble: null });
  await vi.waitFor(
    async () => expect(await connectionOf(two)).toMatchObject({ state: 'connected', hubName: 'Banko 2' }),
    patience,
  );
  const after = [await issue(one), await issue(two)];
  const numbers = [...before, ...after].map((label) => Number(label.slice(1)));
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
  expect(numbers.at(-1)).toBeLessThan(200);
  const { ticket } = await two.ok('ticket.callNext', {}, admin);
  expect(ticket.label).toBe('A101');

  const returned = await branch.restart(hub);
  await vi.waitFor(
    async () => expect(await connectionOf(returned)).toMatchObject({ role: 'joined', state: 'connected' }),
    patience,
  );
  await signIn(returned);
  await vi.waitFor(async () =>
    expect((await returned.ok('ticket.queue', {}, admin)).active).toMatchObject([{ label: 'A101' }]),
  );
  const { rows } = await returned.ok('application.list', { list: 'open', offset: 0, limit: 10 }, admin);
  expect(rows).toHaveLength(1);
}, 60_000);

test('a PC that has not heard the hub lately counts in a lane of its own, which nobody else can reach', async () => {
  branch = openBranchOfPcs();
  const hub = await branch.first();
  const desk = await branch.join(hub, 2);
  await issue(hub);
  await hub.core.stop();
  const restarted = await branch.restart(desk);
  await signIn(restarted);
  expect((await restarted.ok('branch.state', {}, admin)).takeOver).toBe('own_lane');
  await restarted.ok('branch.takeOver', {}, admin);
  expect([await issue(restarted), await issue(restarted)]).toEqual(['A40101', 'A40102']);
}, 30_000);

test('a hub that is there hands over between two commands, and no number is left out', async () => {
  branch = openBranchOfPcs();
  const hub = await branch.first();
  const desk = await branch.join(hub, 2);
  expect([await issue(hub), await issue(desk)]).toEqual(['A101', 'A102']);
  expect((await desk.ok('branch.state', {}, admin)).takeOver).toBe('handed_over');
  await desk.ok('branch.takeOver', {}, admin);
  await vi.waitFor(
    async () => expect(await connectionOf(hub)).toMatchObject({ role: 'joined', state: 'connected' }),
    patience,
  );
  expect([await issue(desk), await issue(hub)]).toEqual(['A103', 'A104']);
}, 30_000);

test('two PCs that take themselves for the hub at one time give no number twice, and agree when they meet', async () => {
  branch = openBranchOfPcs();
  const hub = await branch.first();
  const line = await openLine({ host: '127.0.0.1', port: branch.portOf(hub) });
  const desk = await branch.join(hub, 2, line.address);
  await issue(hub);
  // As when the desk's half of the building is cut off: it can't reach the hub in any way.
  line.freeze();
  await vi.waitFor(
    async () => expect(await connectionOf(desk)).toMatchObject({ state: 'unreachable' }),
    patience,
  );
  await desk.ok('branch.takeOver', {}, admin);
  const labels: string[] = [];
  // On a slow machine the hub may find the desk behind the cut before they are through, and pass on from then.
  for (let made = 0; made < 40; made += 1)
    for (const pc of [hub, desk]) labels.push(await vi.waitFor(() => issue(pc), patience));
  expect(new Set(labels).size).toBe(labels.length);

  await line.close();
  await vi.waitFor(
    async () => expect(await connectionOf(hub)).toMatchObject({ role: 'joined', state: 'connected' }),
    patience,
  );
  const queues = async () => {
    const all = await Promise.all([hub, desk].map((pc) => pc.ok('ticket.queue', {}, admin)));
    return all.map(({ waiting }) => waiting.map(({ label }) => label));
  };
  await vi.waitFor(async () => {
    const [atHub, atDesk] = await queues();
    expect(atHub).toHaveLength(labels.length + 1);
    expect(atHub).toEqual(atDesk);
  }, patience);
}, 60_000);
