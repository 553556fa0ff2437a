import type { Room } from '../../../../src-shared/contract/branch-settings.ts';
import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../../src-shared/contract/index.ts';
import type { Ticket } from '../../../../src-shared/contract/ticket.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import type { TicketTarget } from '../../../../src-shared/ledger/ticket-entries.ts';
import { stateAfter } from '../../../../src-shared/ledger/ticket-moves.ts';
import { roomsOfUnit } from '../../../../src-shared/rules/rooms-of-unit.ts';
import { type Context, deskOf, userOf } from '../../handler.ts';
import type { Work } from '../../write.ts';
import { ticketById, waitingForRooms } from '../ticket/ticket.repo.ts';
import { wrongState } from '../ticket/ticket-refusals.ts';
import { mayEnd, ticketStream, today } from '../ticket/ticket-services.ts';
import { openMeetingOfTicket, openMeetings } from './meeting.repo.ts';
import { alreadyHandedOver } from './meeting-refusals.ts';
import {
  type MeetingPlaces,
  type MeetingServices,
  mayActFor,
  meetingPlaces,
  meetingStream,
  readMeetingBack,
} from './meeting-services.ts';

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
  { unitCode, mode, topicCode, applicationId }: Input,
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
  if (room !== undefined) await callToRoom(work, ticket, room, ticket.desk ?? from);
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

type Asked = { readonly input: Input; readonly ticket: Ticket; readonly places: MeetingPlaces };

async function refusalOf(
  { catalogue }: MeetingServices,
  context: Context,
  work: Work,
  { input, ticket, places }: Asked,
): Promise<ReturnType<typeof fail> | undefined> {
  const unit = places.units.find(({ unitCode }) => unitCode === input.unitCode);
  if (unit === undefined) return wrong('unitCode', 'Bu şubede böyle bir birim yok.');
  if (!mayActFor(context, unit.unitCode, places.units)) return fail('forbidden');
  if (!isTheirs(context, ticket, unit.unitCode, places)) return wrongState(ticket);
  if (catalogue.topic(input.topicCode) === undefined) return wrong('topicCode', 'Konu listeden seçilmeli.');
  if (input.roomCode !== null && !places.rooms.some(({ roomCode }) => roomCode === input.roomCode))
    return wrong('roomCode', 'Bu şubede böyle bir oda yok.');
  if (input.mode === 'teams' && unit.teamsAddress === null)
    return wrong('mode', `${unit.unitName} için Teams adresi tanımlı değil.`);
  if (input.mode === 'teams' && input.roomCode === null && ticket.status === 'waiting')
    return wrong('roomCode', 'Sırada bekleyenin Teams görüşmesi için bir oda seçilmeli.');
  if (input.applicationId === null) return undefined;
  const application = await work.trx
    .selectFrom('applications')
    .select('id')
    .where('id', '=', input.applicationId)
    .executeTakeFirst();
  return application === undefined ? wrong('applicationId', 'Bu başvuru bulunamadı.') : undefined;
}

/** Who waits is sent on by every desk, who is at a desk by that one; a unit takes who waits for its rooms. */
function isTheirs(context: Context, ticket: Ticket, unitCode: string, places: MeetingPlaces): boolean {
  if (userOf(context).role === 'unit') {
    const { own, shared } = roomsOfUnit(unitCode, places.rooms, places.units);
    return (
      ticket.status === 'waiting' &&
      ticket.target?.kind === 'room' &&
      [...own, ...shared].some(({ roomCode }) => roomCode === ticket.target?.code)
    );
  }
  const isOurs = ticket.status === 'waiting' || mayEnd(context, ticket);
  return isOurs && stateAfter('ticket.transferred', ticket.status) !== undefined;
}

function wrong(path: string, message: string) {
  return fail('invalid_input', [{ path, message }]);
}

type FoundRooms = {
  /** What was asked for, where it is free. */
  readonly wanted: Room | undefined;
  /** What else is free: the unit's own first, then those of all, then other units'. */
  readonly free: readonly Room[];
};

/** Of several, one that nobody waits for comes first. */
async function findRooms(
  work: Work,
  { unitCode, roomCode, ticketId }: Input,
  { rooms, units }: MeetingPlaces,
  queueDay: string,
): Promise<FoundRooms> {
  const taken = new Set((await openMeetings(work.trx)).map(({ room }) => room?.roomCode));
  const waitedFor = new Set(
    (await waitingForRooms(work.trx, queueDay))
      .filter(({ id }) => id !== ticketId)
      .map(({ target }) => target?.code),
  );
  const { own, shared, others } = roomsOfUnit(unitCode, rooms, units);
  const free = [own, shared, others].flatMap((group) => {
    const open = group.filter((room) => !taken.has(room.roomCode));
    return open.toSorted((a, b) => Number(waitedFor.has(a.roomCode)) - Number(waitedFor.has(b.roomCode)));
  });
  const [best] = free.filter((room) => !others.includes(room));
  const wanted = roomCode === null ? best : free.find((room) => room.roomCode === roomCode);
  return { wanted, free };
}
