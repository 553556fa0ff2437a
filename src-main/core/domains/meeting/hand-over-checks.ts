import { fail } from '../../../../src-shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../../src-shared/contract/index.ts';
import type { Ticket } from '../../../../src-shared/contract/ticket.ts';
import { stateAfter } from '../../../../src-shared/ledger/ticket-moves.ts';
import { roomsOfUnit } from '../../../../src-shared/rules/rooms-of-unit.ts';
import { type Context, userOf } from '../../handler.ts';
import type { Work } from '../../write.ts';
import { loadApplication, ungrounded } from '../application/open-application.ts';
import { wrongState } from '../ticket/ticket-refusals.ts';
import { mayEnd } from '../ticket/ticket-services.ts';
import { type MeetingPlaces, type MeetingServices, mayActFor } from './meeting-services.ts';

type Asked = {
  readonly input: ParsedInputOf<'meeting.handOver'>;
  readonly ticket: Ticket;
  readonly places: MeetingPlaces;
};

/** What keeps this user from handing this number over so; undefined where nothing does. */
export async function refusalOf(
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
  const loaded = await loadApplication(work, input.applicationId);
  if (!loaded.ok) return wrong('applicationId', 'Bu başvuru bulunamadı.');
  const { state } = loaded.value;
  // The unit reads the file in the meeting.
  return ungrounded(state, catalogue.topic(state.registration.topicCode), 'hand_over');
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
