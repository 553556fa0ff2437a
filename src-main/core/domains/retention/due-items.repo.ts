import { type RawBuilder, sql } from 'kysely';
import type { ListedItem } from '../../../../src-shared/ledger/reduce-destruction.ts';
import type { RecordClass } from '../../../../src-shared/rules/retention.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Cuts } from './shipped-retention.ts';

export type DueItem = ListedItem & { readonly recordClass: RecordClass };

type Question = {
  readonly cuts: Cuts;
  /** Applications that stay although they are due: taken out of the run. What hangs on them stays with them. */
  readonly isStaying?: (applicationId: string) => boolean;
  /** At most so many of each class. */
  readonly limit: number;
};

/**
 * What may be destroyed: concluded, in no conflict, under no hold, and its period over. A consumer's card and a
 * meeting go when no application of theirs is left.
 */
export async function dueItems(
  db: Reader,
  { cuts, isStaying, limit }: Question,
): Promise<readonly DueItem[]> {
  const one = async (recordClass: RecordClass, kind: string, query: RawBuilder<{ id: string }>) => {
    const { rows } = await query.execute(db);
    const before = recordClass === 'audit' ? cuts('audit') : null;
    return rows.map(({ id }) => ({ recordClass, kind, id, before }));
  };
  const applications = (await one('application', 'application', dueApplications(cuts, limit))).filter(
    ({ id }) => isStaying?.(id) !== true,
  );
  const going = JSON.stringify(applications.map(({ id }) => id));
  return [
    ...applications,
    ...(await one('special_attachment', 'entry', dueSpecialFiles(cuts, going, limit))),
    ...(await one('consumer', 'consumer', dueConsumers(cuts('consumer'), going, limit))),
    ...(await one('phone_check', 'phone', duePhoneChecks(cuts('phone_check'), limit))),
    ...(await one('meeting', 'meeting', dueMeetings(cuts('meeting'), going, limit))),
    ...(await one('ticket', 'ticket', endedBefore('tickets', cuts('ticket'), limit))),
    ...(await one('ticket', 'help', endedBefore('help_calls', cuts('ticket'), limit))),
    ...(await one(
      'call',
      'call',
      sql`select id from call_transfers where at < ${cuts('call')} limit ${limit}`,
    )),
    ...(await one('audit', 'audit', dueAudit(cuts('audit')))),
  ];
}

/** A hold on the application itself or on its consumer. */
export const isHeld = sql`(
  exists (select 1 from holds where stream_kind = 'application' and stream_id = a.id)
  or exists (select 1 from holds where stream_kind = 'consumer' and stream_id = a.consumer_id)
)`;

function dueApplications(cuts: Cuts, limit: number): RawBuilder<{ id: string }> {
  return sql`
    select a.id from applications as a
    where a.closed_at < ${cuts('application')} and a.has_conflict = 0 and not ${isHeld}
      and not exists (
        select 1 from entries as e
        where e.stream_kind = 'application' and e.stream_id = a.id and e.type like 'consent.%'
          and e.at >= ${cuts('consent')}
      )
    order by a.closed_at, a.id limit ${limit}`;
}

function dueSpecialFiles(cuts: Cuts, going: string, limit: number): RawBuilder<{ id: string }> {
  return sql`
    select e.id from attachments as f
    join applications as a on a.id = f.application_id
    join entries as e on e.stream_kind = 'application' and e.stream_id = a.id and e.type = 'attachment.added'
      and json_extract(e.payload, '$.attachmentId') = f.id
    where a.closed_at < ${cuts('special_attachment')} and a.has_conflict = 0 and not ${isHeld}
      and json_extract(e.payload, '$.isSpecialCategory') = 1
      and a.id not in (select value from json_each(${going}))
    order by a.closed_at, e.id limit ${limit}`;
}

function dueConsumers(cut: string, going: string, limit: number): RawBuilder<{ id: string }> {
  return sql`
    select c.id from consumers as c
    where not exists (select 1 from holds where stream_kind = 'consumer' and stream_id = c.id)
      and not exists (
        select 1 from applications as a
        where a.consumer_id = c.id and a.id not in (select value from json_each(${going}))
      )
      and (select max(e.at) from entries as e where e.stream_kind = 'consumer' and e.stream_id = c.id) < ${cut}
    order by c.id limit ${limit}`;
}

function duePhoneChecks(cut: string, limit: number): RawBuilder<{ id: string }> {
  return sql`
    select stream_id as id from entries
    where stream_kind = 'phone' and salt is not null
    group by stream_id having max(at) < ${cut}
    order by stream_id limit ${limit}`;
}

function dueMeetings(cut: string, going: string, limit: number): RawBuilder<{ id: string }> {
  return sql`
    select m.id from meetings as m
    where m.ended_at < ${cut}
      and not exists (
        select 1 from applications as a
        where a.id = m.application_id and a.id not in (select value from json_each(${going}))
      )
    order by m.ended_at, m.id limit ${limit}`;
}

function endedBefore(
  table: 'tickets' | 'help_calls',
  cut: string,
  limit: number,
): RawBuilder<{ id: string }> {
  return sql`select id from ${sql.table(table)} where ended_at < ${cut} order by ended_at, id limit ${limit}`;
}

/** A clerk's stream goes on for years: of it goes what is old. */
function dueAudit(cut: string): RawBuilder<{ id: string }> {
  return sql`
    select distinct stream_id as id from entries
    where stream_kind = 'audit' and at < ${cut} and recorded_at < ${cut} and salt is not null`;
}
