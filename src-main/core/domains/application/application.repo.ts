import type { SelectQueryBuilder } from 'kysely';
import { longestList, type WorkList } from '../../../../src-shared/contract/application.ts';
import type { ApplicationRow } from '../../../../src-shared/contract/application-row.ts';
import { channels } from '../../../../src-shared/ledger/application-entries.ts';
import { applicationStates } from '../../../../src-shared/ledger/application-moves.ts';
import type { Channel } from '../../../../src-shared/rules/channels.ts';
import { deadlineState } from '../../../../src-shared/rules/deadline.ts';
import { localDay } from '../../../../src-shared/text/format.ts';
import { listName } from '../../../../src-shared/text/list-name.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { ApplicationRecord, Schema } from '../../db/schema.ts';
import { oneOf } from '../../db/words.ts';
import type { Reader } from '../../ledger/entries.repo.ts';

type Query = SelectQueryBuilder<Schema, 'applications', object>;

export type Page = { readonly rows: readonly ApplicationRecord[]; readonly total: number };

/** What belongs on a list, as one indexed condition each; `nowIso` decides what is due. */
function onList(query: Query, list: WorkList, nowIso: string): Query {
  const endOfToday = new Date(`${localDay(nowIso)}T23:59:59.999+03:00`).toISOString();
  const open = query.where('closed_at', 'is', null);
  switch (list) {
    case 'open':
      return open;
    case 'answered':
      return query.where('status', '=', 'answered_by_team');
    case 'contacting':
      return query.where('status', '=', 'contacting_customer');
    case 'call_back':
      return query.where('call_back_at', 'is not', null);
    case 'waiting':
      return query.where('status', '=', 'waiting_for_applicant');
    case 'reopened':
      return query.where('status', '=', 'reopened');
    case 'escalated':
      return query.where('is_escalated', '=', 1);
    case 'with_team':
      return query.where('status', 'in', ['routed', 'in_progress_at_team']);
    case 'at_risk':
      return open.where('due_at', '>=', nowIso).where('due_at', '<=', endOfToday);
    case 'overdue':
      return open.where('due_at', '<', nowIso);
    case 'returned':
      return query.where('status', '=', 'returned_to_router');
    case 'closed':
      return query.where('closed_at', 'is not', null);
    case 'conflicts':
      return query.where('has_conflict', '=', 1);
    case 'erasure_review':
      return query.where('id', 'in', (of) =>
        of.selectFrom('consents').select('application_id').where('awaits_review', '=', 1),
      );
  }
}

export type ListAsked = {
  readonly list: WorkList;
  /** Null for all. */
  readonly channel: Channel | null;
  readonly offset: number;
  readonly limit: number;
};

/**
 * The rows of a list from one place on: what is due first comes first, who is to be called earliest, and of the closed
 * ones the newest. SQLite passes over the rows before along one index, without reading them.
 */
export async function listApplications(
  db: Reader,
  { list, channel, offset, limit }: ListAsked,
  nowIso: string,
): Promise<Page> {
  const isClosed = list === 'closed';
  const key = isClosed ? 'closed_at' : list === 'call_back' ? 'call_back_at' : 'due_at';
  const direction = isClosed ? 'desc' : 'asc';
  const ofList = onList(db.selectFrom('applications'), list, nowIso);
  const wanted = channel === null ? ofList : ofList.where('channel', '=', channel);
  const place = wanted
    .select('row_id')
    .orderBy(key, direction)
    .orderBy('id', direction)
    .limit(Math.max(0, Math.min(limit, longestList - offset)))
    .offset(offset);
  const rows = await db
    .selectFrom('applications')
    .selectAll()
    .where('row_id', 'in', place)
    .orderBy(key, direction)
    .orderBy('id', direction)
    .execute();
  return { rows, total: await countRows(db, wanted, longestList) };
}

/** Counting stops here: nobody reads an exact larger number. */
export const countLimit = 9_999;

export function countList(db: Reader, list: WorkList, nowIso: string): Promise<number> {
  return countRows(db, onList(db.selectFrom('applications'), list, nowIso), countLimit);
}

async function countRows(db: Reader, rows: Query, most: number): Promise<number> {
  const capped = rows.select('row_id').limit(most);
  const { count } = await db
    .selectFrom(capped.as('capped'))
    .select((select) => select.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** The open ones first, then the newest. */
export function applicationsOfConsumer(
  db: Reader,
  consumerId: string,
): Promise<readonly ApplicationRecord[]> {
  return db
    .selectFrom('applications')
    .selectAll()
    .where('consumer_id', '=', consumerId)
    .orderBy((order) => order('closed_at', 'is not', null))
    .orderBy('registered_at', 'desc')
    .orderBy('row_id', 'desc')
    .limit(200)
    .execute();
}

export function applicationRowOf(
  record: ApplicationRecord,
  catalogue: Catalogue,
  nowIso: string,
  /** What was searched for. */
  typed = '',
): ApplicationRow {
  return {
    id: record.id,
    applicationNo: record.application_no,
    applicantName: listName(record.applicant_name, record.is_person === 0, typed),
    channel: oneOf(channels, record.channel),
    topicCode: record.topic_code,
    topicLabel: catalogue.topicLabel(record.topic_code),
    status: oneOf(applicationStates, record.status),
    teamName: record.team_name,
    registeredAt: record.registered_at,
    dueAt: record.due_at,
    deadline: record.closed_at === null ? deadlineState(record.due_at, nowIso) : null,
    callBackAt: record.call_back_at,
    isEscalated: record.is_escalated === 1,
    hasConflict: record.has_conflict === 1,
  };
}
