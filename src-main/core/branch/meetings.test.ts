import { afterEach, expect, test, vi } from 'vitest';
import { type BranchOfPcs, openBranchOfPcs } from '../../testing/hub/branch-of-pcs.ts';
import type { TestCore } from '../../testing/make-core.ts';

let branch: BranchOfPcs;

afterEach(() => branch.remove());

const admin = { window: 'admin' };
const unit = { unitCode: 'BAGLANTI', unitName: 'Bağlantı Müdürlüğü' };
const room = { roomCode: 'G1', roomName: 'Görüşme Odası 1' };

async function setRooms(hub: TestCore): Promise<void> {
  const details = { teamCodes: ['connection'], teamsAddress: null, memberIds: [] };
  await hub.ok('settings.saveUnits', { units: [{ ...unit, ...details }] }, admin);
  await hub.ok(
    'settings.saveRooms',
    { rooms: [{ ...room, unit: unit.unitName, unitCode: unit.unitCode }] },
    admin,
  );
}

async function issue(pc: TestCore): Promise<string> {
  return (await pc.ok('ticket.issue', { categoryCode: 'general', priority: false }, admin)).ticket.id;
}

function handOver(pc: TestCore, ticketId: string, commandId: string) {
  const where = { unitCode: unit.unitCode, roomCode: null, mode: 'in_person' } as const;
  const input = { ...where, ticketId, topicCode: 'connection_new', applicationId: null };
  return pc.ok('meeting.handOver', input, { ...admin, commandId });
}

test('FF-3: receptionists at different PCs take the last room, and exactly one gets it', async () => {
  branch = openBranchOfPcs();
  const hub = await branch.first();
  await setRooms(hub);
  const pcs = [hub, await branch.join(hub, 2), await branch.join(hub, 3)];
  for (let round = 0; round < 5; round += 1) {
    const tickets: string[] = [];
    for (const pc of pcs) tickets.push(await issue(pc));
    const asked = pcs.map((pc, index) => handOver(pc, tickets[index] ?? '', `intent-${round}-${index}`));
    const answers = await Promise.all(asked);
    const held = answers.flatMap((answer) => (answer.kind === 'held' ? [answer.meeting] : []));
    expect(held).toHaveLength(1);
    expect(answers.filter((answer) => answer.kind === 'taken' && answer.offer === null)).toHaveLength(2);
    const meetingId = held[0]?.id ?? '';
    for (const pc of pcs)
      await vi.waitFor(async () => {
        const { rooms } = await pc.ok('meeting.rooms', {}, admin);
        expect(rooms).toMatchObject([{ state: 'held', meeting: { id: meetingId } }]);
      });
    await pcs[2]?.ok('meeting.end', { meetingId, result: 'Tamam.', isInformed: true }, admin);
  }
}, 60_000);

test('a hand-over that is sent again is answered as the first time, from whatever PC', async () => {
  branch = openBranchOfPcs();
  const hub = await branch.first();
  await setRooms(hub);
  const desk = await branch.join(hub, 2);
  const ticketId = await issue(desk);
  const first = await handOver(desk, ticketId, 'one-intent-0001');
  expect(first).toMatchObject({ kind: 'held' });
  expect(await handOver(desk, ticketId, 'one-intent-0001')).toEqual(first);
  expect(await handOver(hub, ticketId, 'one-intent-0001')).toEqual(first);
  expect((await hub.ok('meeting.rooms', {}, admin)).conflicts).toEqual([]);
});
