import type { Insertable, Transaction } from 'kysely';
import type { Entry, Stream } from '../../../src-shared/ledger/entry.ts';
import { openMeetingStates } from '../../../src-shared/ledger/meeting-moves.ts';
import { foldMeeting, type MeetingState } from '../../../src-shared/ledger/reduce-meeting.ts';
import type { MeetingsTable, Schema } from '../db/schema.ts';

/**
 * PCs that were apart may have opened two meetings in one room, or for one visitor. Both are kept: the earlier by
 * order has it, the later is a conflict for a person, whatever came here first.
 */
export async function projectMeeting(
  trx: Transaction<Schema>,
  _stream: Stream,
  entries: readonly Entry[],
): Promise<void> {
  const state = foldMeeting(entries);
  if (state === undefined) return;
  const isOpen = openMeetingStates.some((open) => open === state.status);
  // A conflict at first, so that the unique indexes have nothing to say until it is decided who has what.
  const record = {
    ...recordOf(state),
    has_room_conflict: flag(isOpen && state.room !== null),
    has_ticket_conflict: flag(isOpen),
  };
  await trx
    .insertInto('meetings')
    .values(record)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(record))
    .execute();
  if (state.room !== null) await decide(trx, 'room_code', state.room.roomCode, 'has_room_conflict');
  await decide(trx, 'ticket_id', state.ticketId, 'has_ticket_conflict');
}

/** Of the open meetings with one room (or one visitor), the earliest by order stands. */
async function decide(
  trx: Transaction<Schema>,
  column: 'room_code' | 'ticket_id',
  value: string,
  mark: 'has_room_conflict' | 'has_ticket_conflict',
): Promise<void> {
  const open = await trx
    .selectFrom('meetings')
    .select('id')
    .where(column, '=', value)
    .where('status', 'in', openMeetingStates)
    .orderBy('opened_stamp')
    .orderBy('id')
    .execute();
  const [standing, ...later] = open.map(({ id }) => id);
  if (standing === undefined) return;
  if (later.length > 0)
    await trx
      .updateTable('meetings')
      .set({ [mark]: 1 })
      .where('id', 'in', later)
      .execute();
  await trx
    .updateTable('meetings')
    .set({ [mark]: 0 })
    .where('id', '=', standing)
    .execute();
}

const flag = (isSet: boolean): 0 | 1 => (isSet ? 1 : 0);

function recordOf(
  state: MeetingState,
): Omit<Insertable<MeetingsTable>, 'has_room_conflict' | 'has_ticket_conflict'> {
  return {
    id: state.id,
    status: state.status,
    ticket_id: state.ticketId,
    ticket_label: state.ticketLabel,
    unit_code: state.unitCode,
    unit_name: state.unitName,
    room_code: state.room?.roomCode ?? null,
    room_name: state.room?.roomName ?? null,
    mode: state.mode,
    topic_code: state.topicCode,
    subject: state.subject,
    application_id: state.applicationId,
    from_desk_code: state.from.deskCode,
    from_desk_name: state.from.deskName,
    back_kind: state.back.kind,
    back_code: state.back.code,
    back_name: state.back.name,
    opened_at: state.openedAt,
    opened_stamp: state.openedStamp,
    opened_by: state.openedBy,
    started_at: state.startedAt,
    started_by: state.startedBy,
    ended_at: state.endedAt,
    result: state.result,
    is_informed: flag(state.isInformed),
    join_url: state.link?.joinUrl ?? null,
    link_by: state.link?.by ?? null,
    link_failure: state.linkFailure,
  };
}
