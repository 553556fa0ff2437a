import type { Room } from '../../../../src-shared/contract/branch-settings.ts';
import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../../src-shared/contract/index.ts';
import type { Ticket } from '../../../../src-shared/contract/ticket.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import type { TicketTarget } from '../../../../src-shared/ledger/ticket-entries.ts';
import { type Context, deskOf } from '../../handler.ts';
import type { Work } from '../../write.ts';
import { requestPrint } from '../print/request-print.ts';
import { ticketById } from '../ticket/ticket.repo.ts';
import { ticketStream, today } from '../ticket/ticket-services.ts';
import { findRooms } from './free-rooms.ts';
import { refusalOf } from './hand-over-checks.ts';
import { openMeetingOfTicket } from './meeting.repo.ts';
import { alreadyHandedOver } from './meeting-refusals.ts';
import { type MeetingServices, meetingPlaces, meetingStream, readMeetingBack } from './meeting-services.ts';

type Input = ParsedInputOf<'meeting.handOver'>;
type Out = Result<OutputOf<'meeting.handOver'>>;

/**
 * FF-3, ON-1, ON-2. Everything is asked and written in one unit of work, so of two who want the last room one gets it;
 * the other is offered the next that is free, and has changed nothing.
 */
export async function handOver(services: MeetingServices, context: Context, input: Input): Promise<Out> {
  await services.night.closeEarlierDays();
  return context.write(async (work) => {
    const ticket = await ticketById(work.trx, input.ticketId);
    if (ticket === undefined) return fail('not_found');
    const already = await openMeetingOfTicket(work.trx, ticket.id);
    if (already !== undefined) return alreadyHandedOver(already);
    const places = await meetingPlaces(work.trx);
    const refusal = await refusalOf(services, context, work, { input, ticket, places });
    if (refusal !== undefined) return refusal;
    if (input.mode === 'teams' && input.roomCode === null)
      return open(services, context, work, input, ticket);

    const { wanted, free } = await findRooms(work, input, places, today(services.clock));
    if (wanted !== undefined) return open(services, context, work, input, ticket, wanted);
    const [offer = null] = free;
    return succeed({
      kind: 'taken',
      offer: offer && { roomCode: offer.roomCode, roomName: offer.roomName },
    });
  });
}

async function open(
  { ids, catalogue }: MeetingServices,
  context: Context,
  work: Work,
  { unitCode, mode, topicCode, applicationId, printsSlip }: Input,
  ticket: Ticket,
  room?: Room,
): Promise<Out> {
  const { units } = await meetingPlaces(work.trx);
  const stream = meetingStream(ids.uuid());
  const from = deskOf(context);
  await work.append(
    fact(stream, 'meeting.opened', {
      ticketId: ticket.id,
      ticketLabel: ticket.label,
      unitCode,
      unitName: units.find((unit) => unit.unitCode === unitCode)?.unitName ?? unitCode,
      room: room === undefined ? null : { roomCode: room.roomCode, roomName: room.roomName },
      ...{ mode, topicCode, applicationId, from },
      subject: catalogue.topic(topicCode)?.label ?? topicCode,
      back: placeOf(ticket),
    }),
  );
  if (room !== undefined) {
    await callToRoom(work, ticket, room, ticket.desk ?? from);
    if (printsSlip) await requestPrint(work, ids, stream, 'meeting_slip', context);
  }
  return succeed({ kind: 'held', meeting: await readMeetingBack(work, stream.id) });
}

/** The number is called at the room's door, as at a desk. */
async function callToRoom(
  work: Work,
  ticket: Ticket,
  { roomCode, roomName }: Room,
  from: { readonly deskCode: string; readonly deskName: string },
): Promise<void> {
  const stream = ticketStream(ticket.id);
  const isThere =
    ticket.status === 'waiting' && ticket.target?.kind === 'room' && ticket.target.code === roomCode;
  const to = { kind: 'room', code: roomCode, name: roomName } as const;
  if (!isThere) await work.append(fact(stream, 'ticket.transferred', { from, to }));
  await work.append(
    fact(stream, 'ticket.called', { deskCode: roomCode, deskName: roomName, endedTicketId: null }),
  );
}

/** Where the number is now: at a desk, or in the queue of whoever may call it. */
function placeOf({ desk, status, target, categoryCode, categoryName }: Ticket): TicketTarget {
  if (status !== 'waiting' && desk !== null)
    return { kind: 'desk', code: desk.deskCode, name: desk.deskName };
  return target ?? { kind: 'category', code: categoryCode, name: categoryName };
}
