import { type SqlBool, sql } from 'kysely';
import { applicantKinds } from '../../../../src-shared/ledger/application-entries.ts';
import { listName } from '../../../../src-shared/text/list-name.ts';
import type { EntryRow } from '../../db/schema.ts';
import { oneOf } from '../../db/words.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import { isOrganisation } from '../person/person-view.ts';

export type AuditQuery = {
  /** ISO instants; the second is not included. */
  readonly from: string;
  readonly until: string;
  readonly userId: string | null;
  /** What it is about; null for anything. */
  readonly subjectIds: readonly string[] | null;
  readonly offset: number;
  readonly limit: number;
};

export type AuditEntry = Pick<EntryRow, 'id' | 'at' | 'actor' | 'type' | 'payload'>;

/** What is on record between two instants, the newest first. */
export function auditEntries(db: Reader, asked: AuditQuery): Promise<readonly AuditEntry[]> {
  const { from, until, userId, subjectIds, offset, limit } = asked;
  return db
    .selectFrom('entries')
    .select(['id', 'at', 'actor', 'type', 'payload'])
    .where('stream_kind', '=', sql.lit('audit'))
    .where('at', '>=', from)
    .where('at', '<', until)
    .$if(userId !== null, (query) => query.where('stream_id', '=', userId ?? ''))
    .$if(subjectIds !== null, (query) => query.where(isAbout(subjectIds ?? [])))
    .orderBy('at', 'desc')
    .orderBy('position', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
}

function isAbout(ids: readonly string[]) {
  return sql<SqlBool>`(
    json_extract(payload, '$.consumerId') in ${anyOf(ids)}
    or json_extract(payload, '$.subjectId') in ${anyOf(ids)}
    or exists (select 1 from json_each(payload, '$.subjectIds') as subject where subject.value in ${anyOf(ids)})
  )`;
}

/** One parameter however many they are: a municipality has more files than a statement may have parameters. */
function anyOf(ids: readonly string[]) {
  return sql<string>`(select value from json_each(${JSON.stringify(ids)}))`;
}

/** The applications of these consumers, and the files on them and on these applications. */
export async function filesAndAttachmentsOf(db: Reader, ids: readonly string[]): Promise<readonly string[]> {
  const applications = await db
    .selectFrom('applications')
    .select('id')
    .where('consumer_id', 'in', anyOf(ids))
    .execute();
  const files = applications.map(({ id }) => id);
  const attachments = await db
    .selectFrom('attachments')
    .select('id')
    .where('application_id', 'in', anyOf([...ids, ...files]))
    .execute();
  return [...files, ...attachments.map(({ id }) => id)];
}

type Label = { readonly label: string; readonly applicationId: string | null };

/**
 * Numbers of these applications and names of these consumers as lists have them, by id.
 * @param typed what was searched for
 */
export async function subjectLabels(
  db: Reader,
  ids: readonly string[],
  typed = '',
): Promise<ReadonlyMap<string, Label>> {
  const applications = await db
    .selectFrom('applications')
    .select(['id', 'application_no as label', 'id as applicationId'])
    .where('id', 'in', anyOf(ids))
    .execute();
  const attachments = await db
    .selectFrom('attachments')
    .innerJoin('applications', 'applications.id', 'attachments.application_id')
    .select(['attachments.id', 'applications.application_no as label', 'applications.id as applicationId'])
    .where('attachments.id', 'in', anyOf(ids))
    .execute();
  const consumers = await db
    .selectFrom('consumers')
    .select(['id', 'kind', 'name'])
    .where('id', 'in', anyOf(ids))
    .execute();
  return new Map<string, Label>([
    ...[...applications, ...attachments].map(({ id, ...subject }) => [id, subject] as const),
    ...consumers.map(({ id, kind, name }) => {
      const label = listName(name, isOrganisation(oneOf(applicantKinds, kind)), typed);
      return [id, { label, applicationId: null }] as const;
    }),
  ]);
}
