import { afterEach, expect, test, vi } from 'vitest';
import { type BranchOfPcs, openBranchOfPcs } from '../../testing/hub/branch-of-pcs.ts';
import { slipPrinterAt } from '../../testing/print/printers.ts';
import { anApplication } from '../../testing/workplace.ts';

let branch: BranchOfPcs;

afterEach(() => branch.remove());

const admin = { window: 'admin' };

test('a PC joins by the code, its people sign in with what they have at the hub, and the queue is one', async () => {
  branch = openBranchOfPcs();
  const hub = await branch.first();
  const desk = await branch.join(hub, 2);
  const session = await desk.ok('session.current', {}, admin);
  expect(session).toMatchObject({ user: { username: 'yonetici' }, desk: { deskCode: 'B2' } });

  const issued = await hub.ok('ticket.issue', { categoryCode: 'general', priority: false }, admin);
  const { ticket } = await desk.ok('ticket.callNext', {}, admin);
  expect(ticket).toMatchObject({ id: issued.ticket.id, status: 'called', desk: { deskCode: 'B2' } });
  const queue = await desk.ok('ticket.queue', {}, admin);
  expect(queue.mine).toMatchObject({ id: ticket.id });
});

test('what a joined PC asks for comes out at its own printer', async () => {
  branch = openBranchOfPcs();
  const hub = await branch.first();
  const desk = await branch.join(hub, 2);
  const slip = { role: 'slip', printer: slipPrinterAt('127.0.0.1') } as const;
  await hub.ok('printer.configure', { change: slip }, admin);
  await desk.ok('printer.configure', { change: slip }, admin);
  await desk.ok('ticket.issue', { categoryCode: 'general', priority: false }, admin);
  await vi.waitFor(() => expect(desk.printed).toHaveLength(1));
  await hub.ok('ticket.issue', { categoryCode: 'general', priority: false }, admin);
  await vi.waitFor(() => expect(hub.printed).toHaveLength(1));
  expect(desk.printed).toHaveLength(1);
});

test('the branch shares its work through the hub while there is no CRM', async () => {
  branch = openBranchOfPcs();
  const hub = await branch.first();
  const [one, two] = [await branch.join(hub, 2), await branch.join(hub, 3)];
  const { applicationId } = await one.ok('application.register', anApplication(), admin);
  await vi.waitFor(async () =>
    expect(await two.ok('application.get', { applicationId }, admin)).toMatchObject({ status: 'registered' }),
  );
  expect(await hub.ok('application.get', { applicationId }, admin)).toMatchObject({ status: 'registered' });
});

test('who is added at one PC signs in at another, and whose account is closed at neither', async () => {
  branch = openBranchOfPcs();
  const hub = await branch.first();
  const [one, two] = [await branch.join(hub, 2), await branch.join(hub, 3)];
  const secrets = { username: 'ayse', password: 'ayse-parolasi-uzun' };
  const { userId } = await one.ok(
    'user.add',
    { ...secrets, displayName: 'Ayşe Işık', role: 'clerk', pin: '1234' },
    admin,
  );
  await vi.waitFor(async () => expect(await two.call('session.signIn', secrets)).toMatchObject({ ok: true }));
  await one.ok('user.setActive', { userId, isActive: false }, admin);
  await vi.waitFor(async () =>
    expect(await two.call('session.signIn', secrets, { window: 'other' })).toMatchObject({
      error: { code: 'wrong_credentials' },
    }),
  );
});

test('a wrong code joins nobody, and the fifth ends the code', async () => {
  branch = openBranchOfPcs();
  const hub = await branch.first();
  const { code } = await hub.ok('branch.showCode', {}, admin);
  const stranger = await branch.open();
  const join = (typed: string) =>
    stranger.call('branch.join', {
      host: '127.0.0.1',
      port: branch.portOf(hub),
      code: typed,
      desk: { code: 'B9', name: 'Banko 9' },
    });
  for (let tries = 0; tries < 5; tries += 1)
    expect(await join('K7M4-9QX2-ABCD')).toMatchObject({ error: { code: 'wrong_pairing_code' } });
  expect((await hub.ok('branch.state', {}, admin)).code).toBeNull();
  expect(await join(code)).toMatchObject({ error: { code: 'wrong_pairing_code' } });
  expect((await hub.ok('branch.state', {}, admin)).pcs).toHaveLength(1);
  expect(await stranger.ok('system.state', {})).toMatchObject({ phase: 'first_run' });
});

test('a PC whose pairing is withdrawn is cut off at once and says so', async () => {
  branch = openBranchOfPcs();
  const hub = await branch.first();
  const desk = await branch.join(hub, 2);
  const { pcs } = await hub.ok('branch.state', {}, admin);
  const fingerprint = pcs.find(({ isSelf }) => !isSelf)?.fingerprint ?? '';
  await hub.ok('branch.withdraw', { fingerprint }, admin);
  await vi.waitFor(async () =>
    expect((await desk.ok('system.connection', {})).branch).toMatchObject({ state: 'not_trusted' }),
  );
  expect(await desk.call('ticket.callNext', {}, admin)).toMatchObject({ error: { code: 'hub_not_trusted' } });
});

test('a command that is sent again is answered as the first time, whatever PC it comes from', async () => {
  branch = openBranchOfPcs();
  const hub = await branch.first();
  const desk = await branch.join(hub, 2);
  const options = { ...admin, commandId: 'one-intent-0001' };
  const input = { categoryCode: 'general', priority: false };
  const first = await desk.ok('ticket.issue', input, options);
  expect(await desk.ok('ticket.issue', input, options)).toEqual(first);
  expect(await hub.ok('ticket.issue', input, options)).toEqual(first);
  expect((await hub.ok('ticket.queue', {}, admin)).waiting).toHaveLength(1);
});
