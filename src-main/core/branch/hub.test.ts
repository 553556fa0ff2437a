import { afterEach, expect, test } from 'vitest';
import { type BranchOfPcs, openBranchOfPcs } from '../../testing/hub/branch-of-pcs.ts';
import type { TestCore } from '../../testing/make-core.ts';
import { adminSecrets } from '../../testing/workplace.ts';

let branch: BranchOfPcs;

afterEach(() => branch.remove());

const admin = { window: 'admin' };

async function signIn(pc: TestCore) {
  const { username, password } = adminSecrets;
  return pc.ok('session.signIn', { username, password }, admin);
}

test('a PC joins by the code, its people sign in with what they have at the hub, and the queue is one', async () => {
  branch = openBranchOfPcs();
  const hub = await branch.first();
  const desk = await branch.join(hub, 2);
  const session = await signIn(desk);
  expect(session).toMatchObject({ user: { username: 'yonetici' }, desk: { deskCode: 'B2' } });

  const issued = await hub.ok('ticket.issue', { categoryCode: 'general', priority: false }, admin);
  const { ticket } = await desk.ok('ticket.callNext', {}, admin);
  expect(ticket).toMatchObject({ id: issued.ticket.id, status: 'called', desk: { deskCode: 'B2' } });
  const queue = await desk.ok('ticket.queue', {}, admin);
  expect(queue.mine).toMatchObject({ id: ticket.id });
});
