import { sql } from 'kysely';
import {
  fewestDaysWithoutWork,
  type ReadingDay,
  type ReadingHour,
} from '../../../../src-shared/rules/unusual-reading.ts';
import type { Reader } from '../../ledger/entries.repo.ts';

/** How many different things each opened in each hour of İstanbul's days. */
export async function readingHours(db: Reader, from: string): Promise<readonly ReadingHour[]> {
  const { rows } = await sql<ReadingHour>`
    select stream_id as userId, date(at, '+3 hours') as day,
      cast(strftime('%H', at, '+3 hours') as integer) as hour, count(distinct subject.value) as count
    from entries, json_each(payload, '$.subjectIds') as subject
    where stream_kind = 'audit' and entries.type = 'audit.viewed' and at >= ${from}
    group by stream_id, day, hour
  `.execute(db);
  return rows;
}

/** How many different things each opened on each of İstanbul's days. */
export async function readingDays(db: Reader, from: string): Promise<readonly ReadingDay[]> {
  const { rows } = await sql<ReadingDay>`
    select stream_id as userId, date(at, '+3 hours') as day, count(distinct subject.value) as count
    from entries, json_each(payload, '$.subjectIds') as subject
    where stream_kind = 'audit' and entries.type = 'audit.viewed' and at >= ${from}
    group by stream_id, day
  `.execute(db);
  return rows;
}

/** How often each had numbers of somebody shown whole on each of İstanbul's days. */
export async function revealDays(db: Reader, from: string): Promise<readonly ReadingDay[]> {
  const { rows } = await sql<ReadingDay>`
    select stream_id as userId, date(at, '+3 hours') as day, count(*) as count
    from entries
    where stream_kind = 'audit' and type = 'audit.revealed' and at >= ${from}
    group by stream_id, day
  `.execute(db);
  return rows;
}

/** Days on which a number was given: then the branch was open, whatever the calendar says. */
export async function daysWithTickets(db: Reader, from: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('tickets')
    .select('service_day')
    .distinct()
    .where('service_day', '>=', from)
    .execute();
  return new Set(rows.map((row) => row.service_day));
}

/** Somebody looked at the same person on so many days; `day` is the last of them. */
export type Returning = ReadingDay & { readonly subjectId: string };

/** Whoever comes back to the file or card of one person, and has written nothing on any file or card of that person. */
export async function readingWithoutWork(db: Reader, from: string): Promise<readonly Returning[]> {
  const { rows } = await sql<Returning>`
    with looks as (
      select stream_id as userId, coalesce(applications.consumer_id, subject.value) as subjectId,
        date(at, '+3 hours') as day
      from entries, json_each(payload, '$.subjectIds') as subject
      left join applications on applications.id = subject.value
      where stream_kind = 'audit' and entries.type = 'audit.viewed' and at >= ${from}
        and json_extract(payload, '$.subjectKind') <> 'attachment'
    ), returning_looks as (
      select userId, subjectId, count(distinct day) as count, max(day) as day
      from looks group by userId, subjectId having count(distinct day) >= ${fewestDaysWithoutWork}
    )
    select userId, subjectId, count, day from returning_looks
    where not exists (
      select 1 from entries
      where stream_kind = 'application' and actor = userId and (
        stream_id = subjectId
        or stream_id in (select id from applications where consumer_id = subjectId)
      )
    ) and not exists (
      select 1 from entries
      where stream_kind = 'consumer' and stream_id = subjectId and actor = userId
    ) and not exists (
      select 1 from entries
      where stream_kind = 'audit' and stream_id = userId and at >= ${from}
        and entries.type in ('audit.disclosed', 'audit.revealed')
        and coalesce(json_extract(payload, '$.consumerId'), json_extract(payload, '$.subjectId')) = subjectId
    )
  `.execute(db);
  return rows;
}

/** What supervisors have taken note of, the latest last. */
export function notesSince(db: Reader, from: string) {
  return db
    .selectFrom('entries')
    .select(['at', 'actor', 'payload'])
    .where('stream_kind', '=', sql.lit('audit'))
    .where('type', '=', 'audit.noted')
    .where('at', '>=', from)
    .orderBy('at')
    .orderBy('position')
    .execute();
}
