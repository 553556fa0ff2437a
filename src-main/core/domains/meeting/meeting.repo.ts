import { type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { Meeting } from '../../../../src-shared/contract/meeting.ts';
import { type TeamsTrouble, teamsTroubles } from '../../../../src-shared/contract/teams.ts';
import { linkMakers, meetingModes } from '../../../../src-shared/ledger/meeting-entries.ts';
import { meetingStates } from '../../../../src-shared/ledger/meeting-moves.ts';
import { ticketTargetSchema } from '../../../../src-shared/ledger/ticket-entries.ts';
import type { MeetingRow, Schema } from '../../db/schema.ts';
import { oneOf } from '../../db/words.ts';
import type { Reader } from '../../ledger/entries.repo.ts';

export async function meetingById(db: Reader, id: string): Promise<Meeting | undefined> {
  const [meeting] = await read(db, (query) => query.where('meetings.id', '=', id));
  return meeting;
}

/** Held or in progress, of any day; the oldest first. */
export async function openMeetings(db: Reader): Promise<readonly Meeting[]> {
  return read(db, (query) => query.where(isOpen).orderBy('meetings.opened_at').orderBy('meetings.id'));
}

/** Whose the room is now: never one that is in conflict over it. */
export async function openMeetingInRoom(db: Reader, roomCode: string): Promise<Meeting | undefined> {
  const [meeting] = await read(db, (query) =>
    query
      .where(isOpen)
      .where('meetings.room_code', '=', roomCode)
      .where('meetings.has_room_conflict', '=', 0),
  );
  return meeting;
}

export async function openMeetingOfTicket(db: Reader, ticketId: string): Promise<Meeting | undefined> {
  const [meeting] = await read(db, (query) =>
    query.where(isOpen).where('meetings.ticket_id', '=', ticketId).orderBy('meetings.has_ticket_conflict'),
  );
  return meeting;
}

/** Over since a moment, of these units; the newest first. */
export async function meetingsDone(
  db: Reader,
  unitCodes: readonly string[],
  since: string,
): Promise<readonly Meeting[]> {
  if (unitCodes.length === 0) return [];
  return read(db, (query) =>
    query
      .where('meetings.unit_code', 'in', unitCodes)
      .where('meetings.opened_at', '>=', since)
      .where('meetings.ended_at', 'is not', null)
      .orderBy('meetings.ended_at', 'desc')
      .limit(50),
  );
}

/** By the time of opening. */
export async function meetingsOfApplication(db: Reader, applicationId: string): Promise<readonly Meeting[]> {
  return read(db, (query) =>
    query.where('meetings.application_id', '=', applicationId).orderBy('meetings.opened_at'),
  );
}

// Written out as the indexes have it, or SQLite would not use them.
const isOpen = (_: ExpressionBuilder<Schema, 'meetings'>) =>
  sql<boolean>`meetings.status in ('held', 'in_progress')`;

type Query = SelectQueryBuilder<Schema, 'meetings', object>;

async function read(db: Reader, narrow: (query: Query) => Query): Promise<readonly Meeting[]> {
  const rows = await narrow(db.selectFrom('meetings'))
    .leftJoin('applications', 'applications.id', 'meetings.application_id')
    .leftJoin('users', 'users.id', 'meetings.started_by')
    .selectAll('meetings')
    .select(['applications.application_no', 'users.display_name'])
    .execute();
  return rows.map(meetingOf);
}

/** A newer Banko may name a reason that is not known here. */
function troubleIn(reason: string): TeamsTrouble {
  return teamsTroubles.find((known) => known === reason) ?? 'teams_rejected';
}

type Row = MeetingRow & { readonly application_no: string | null; readonly display_name: string | null };

function meetingOf(row: Row): Meeting {
  const { room_code: roomCode, room_name: roomName, application_id: applicationId } = row;
  const back = { kind: row.back_kind, code: row.back_code, name: row.back_name };
  return {
    id: row.id,
    status: oneOf(meetingStates, row.status),
    ticketId: row.ticket_id,
    ticketLabel: row.ticket_label,
    unitCode: row.unit_code,
    unitName: row.unit_name,
    room: roomCode === null || roomName === null ? null : { roomCode, roomName },
    mode: oneOf(meetingModes, row.mode),
    topicCode: row.topic_code,
    subject: row.subject,
    application:
      applicationId === null || row.application_no === null
        ? null
        : { id: applicationId, applicationNo: row.application_no },
    from: { deskCode: row.from_desk_code, deskName: row.from_desk_name },
    back: ticketTargetSchema.parse(back),
    openedAt: row.opened_at,
    startedAt: row.started_at,
    startedBy:
      row.started_by === null ? null : { id: row.started_by, name: row.display_name ?? row.started_by },
    endedAt: row.ended_at,
    result: row.result,
    isInformed: row.is_informed === 1,
    link:
      row.join_url === null || row.link_by === null
        ? null
        : { joinUrl: row.join_url, by: oneOf(linkMakers, row.link_by) },
    linkFailure: row.link_failure === null ? null : troubleIn(row.link_failure),
    conflict: row.has_room_conflict === 1 ? 'room' : row.has_ticket_conflict === 1 ? 'ticket' : null,
  };
}
