import type { Meeting, MeetingRoom } from '../../../../src-shared/contract/meeting.ts';
import type { Ticket } from '../../../../src-shared/contract/ticket.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import type { TicketTarget } from '../../../../src-shared/ledger/ticket-entries.ts';
import { stateAfter, type TicketMove } from '../../../../src-shared/ledger/ticket-moves.ts';
import type { Work } from '../../write.ts';
import { ticketById } from '../ticket/ticket.repo.ts';
import { isInRoom, ticketStream } from '../ticket/ticket-services.ts';

type RoomMove = 'ticket.serving' | 'ticket.served' | 'ticket.no_show' | 'ticket.cancelled';

/** Moves the number along with its meeting in a room; at a desk, over Teams, it is the desk's. */
export async function moveInRoom(work: Work, meeting: Meeting, type: RoomMove): Promise<void> {
  const found = await inRoom(work, meeting, type);
  if (found === undefined) return;
  const stream = ticketStream(found.ticket.id);
  await work.append(
    type === 'ticket.cancelled'
      ? fact(stream, type, { reason: 'left' })
      : fact(stream, type, { deskCode: found.room.roomCode, deskName: found.room.roomName }),
  );
}

/** The number waits again, at its place by time of arrival. */
export async function sendBack(work: Work, meeting: Meeting, to: TicketTarget): Promise<void> {
  const found = await inRoom(work, meeting, 'ticket.transferred');
  if (found === undefined) return;
  const from = { deskCode: found.room.roomCode, deskName: found.room.roomName };
  await work.append(fact(ticketStream(found.ticket.id), 'ticket.transferred', { from, to }));
}

/** Where the number was before; who had waited for a room goes to those who serve its category. */
export async function placeAtDesks({ trx }: Work, { back, ticketId }: Meeting): Promise<TicketTarget> {
  if (back.kind !== 'room') return back;
  const ticket = await ticketById(trx, ticketId);
  return ticket === undefined
    ? back
    : { kind: 'category', code: ticket.categoryCode, name: ticket.categoryName };
}

/**
 * The number where this meeting has it and it can be moved so. Of two meetings with one number the later leaves it
 * alone; and what another PC has done to it meanwhile stands.
 */
async function inRoom(
  { trx }: Work,
  { ticketId, room, conflict }: Meeting,
  type: TicketMove,
): Promise<{ readonly ticket: Ticket; readonly room: MeetingRoom } | undefined> {
  if (room === null || conflict === 'ticket') return undefined;
  const ticket = await ticketById(trx, ticketId);
  if (ticket === undefined || !isInRoom(ticket) || stateAfter(type, ticket.status) === undefined)
    return undefined;
  return { ticket, room };
}
