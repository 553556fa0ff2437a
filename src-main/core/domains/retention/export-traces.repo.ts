import { sql } from 'kysely';
import type { PersonExport } from '../../../../src-shared/rules/person-export.ts';
import { localDay } from '../../../../src-shared/text/format.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import { auditEntries } from '../audit/audit.repo.ts';

/** Codes that were sent to these numbers, and those that came back. */
export async function phoneChecksOf(
  db: Reader,
  phones: readonly (string | null)[],
): Promise<PersonExport['phoneChecks']> {
  const { rows } = await sql<{ at: string; phone: string; type: string }>`
    select at, json_extract(payload, '$.phone') as phone, type from entries
    where stream_kind = 'phone' and type in ('phone.code_sent', 'phone.verified')
      and json_extract(payload, '$.phone') in (select value from json_each(${JSON.stringify(phones)}))
    order by at`.execute(db);
  return rows.map(({ at, phone, type }) => ({
    at,
    phone,
    what: type === 'phone.verified' ? 'verified' : 'code_sent',
  }));
}

const mostLooks = 100_000;

/** Who of the staff it was is not told; in what role, on which day and how often is. */
export async function looksAt(
  db: Reader,
  ids: readonly string[],
  until: string,
): Promise<PersonExport['looks']> {
  const entries = await auditEntries(db, {
    ...{ from: '', until, userId: null, subjectIds: ids, offset: 0, limit: mostLooks },
  });
  const users = await db.selectFrom('users').select(['id', 'role']).execute();
  const roles = new Map(users.map(({ id, role }) => [id, role]));
  const groups = Map.groupBy(entries, ({ at, actor }) => `${localDay(at)} ${roles.get(actor) ?? 'system'}`);
  return [...groups]
    .map(([key, group]) => {
      const [day = '', role = ''] = key.split(' ');
      return { day, role, count: group.length };
    })
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.role < b.role ? -1 : 1));
}

/** Half-written forms that name them, on this PC. */
export async function draftsAbout(
  db: Reader,
  marks: readonly (string | null)[],
): Promise<PersonExport['drafts']> {
  const drafts = await db.selectFrom('drafts').select(['body', 'at']).execute();
  return drafts
    .filter(({ body }) => marks.some((mark) => mark !== null && body.includes(mark)))
    .map(({ at }) => ({ savedAt: at }));
}

export async function foundAt(db: Reader, id: string): Promise<string | null> {
  const row = await db.selectFrom('found_consumers').select('at').where('id', '=', id).executeTakeFirst();
  return row?.at ?? null;
}
