import type { Desk } from '../../../src-shared/contract/session.ts';
import { fact } from '../../../src-shared/ledger/entry-types.ts';
import type { TimedFact } from './history-options.ts';
import { createRandom } from './random.ts';
import { sampleUuid } from './sample-ids.ts';

export type MeetingPlaceAndPeople = {
  readonly room: { readonly roomCode: string; readonly roomName: string };
  readonly unit: { readonly unitCode: string; readonly unitName: string };
  readonly expert: string;
  readonly topic: { readonly code: string; readonly label: string };
};

type Visit = {
  readonly seed: number;
  readonly now: number;
  readonly ticket: { readonly id: string; readonly label: string };
  readonly from: { readonly desk: Desk; readonly actor: string; readonly at: number };
  readonly startedAt: number;
};

/** A number that a desk was serving, in a meeting room now. */
export function sampleMeeting(
  { seed, now, ticket, from: { desk, actor, at }, startedAt }: Visit,
  { room: { roomCode, roomName }, unit: { unitCode, unitName }, expert, topic }: MeetingPlaceAndPeople,
): readonly TimedFact[] {
  const meeting = { kind: 'meeting', id: sampleUuid(createRandom(seed, 'meeting', now), at) };
  const stream = { kind: 'ticket', id: ticket.id };
  const inRoom = { deskCode: roomCode, deskName: roomName };
  const opened = fact(meeting, 'meeting.opened', {
    ...{ ticketId: ticket.id, ticketLabel: ticket.label, unitCode, unitName, room: { roomCode, roomName } },
    ...{ mode: 'in_person', topicCode: topic.code, subject: topic.label, applicationId: null, from: desk },
    back: { kind: 'desk', code: desk.deskCode, name: desk.deskName },
  });
  const to = { kind: 'room', code: roomCode, name: roomName } as const;
  return [
    { at, actor, fact: opened },
    { at, actor, fact: fact(stream, 'ticket.transferred', { from: desk, to }) },
    { at, actor, fact: fact(stream, 'ticket.called', { ...inRoom, endedTicketId: null }) },
    { at: startedAt, actor: expert, fact: fact(meeting, 'meeting.started', {}) },
    { at: startedAt, actor: expert, fact: fact(stream, 'ticket.serving', inRoom) },
  ];
}
