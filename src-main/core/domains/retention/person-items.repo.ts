import { sql } from 'kysely';
import { endOfPeriod, type RetentionClass } from '../../../../src-shared/rules/retention.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import { type DueItem, dueItems, isHeld } from './due-items.repo.ts';
import { cutsOf } from './shipped-retention.ts';

export type KeptCount = {
  readonly recordClass: string;
  readonly count: number;
  readonly until: string | null;
};

type Question = {
  readonly consumerId: string;
  readonly classes: readonly RetentionClass[];
  readonly asOf: string;
  readonly isStaying?: (applicationId: string) => boolean;
};

type Theirs = { id: string; closed_at: string | null; has_conflict: number; is_held: number };

/**
 * What goes where a person asks for erasure: what is due, and what no law keeps (`onRequest`). The rest stays until
 * its own day; open and held ones stay without one.
 */
export async function personItems(
  db: Reader,
  { consumerId, classes, asOf, isStaying }: Question,
): Promise<{ readonly items: readonly DueItem[]; readonly kept: readonly KeptCount[] }> {
  const { rows: theirs } = await sql<Theirs>`
    select a.id, a.closed_at, a.has_conflict, ${isHeld} as is_held from applications as a
    where a.consumer_id = ${consumerId} order by a.id`.execute(db);
  const due = await dueItems(db, {
    cuts: cutsOf(classes, asOf),
    limit: Number.MAX_SAFE_INTEGER,
    ...(isStaying && { isStaying }),
  });
  const going = new Set(due.filter(({ kind }) => kind === 'application').map(({ id }) => id));
  const staying = theirs.filter(({ id }) => !going.has(id));
  const free = staying.filter((one) => one.closed_at !== null && one.has_conflict === 0 && one.is_held === 0);
  const early = new Set(classes.filter(({ onRequest }) => onRequest).map(({ code }) => code));
  const ids = new Set(theirs.map(({ id }) => id));
  const isWholeCardFree = staying.length === 0 && !(await isConsumerHeld(db, consumerId));
  const meetings = await meetingsOf(
    db,
    [...going].filter((id) => ids.has(id)),
  );
  const items: readonly DueItem[] = [
    ...of(
      'application',
      'application',
      [...going].filter((id) => ids.has(id)),
    ),
    ...(early.has('special_attachment')
      ? of(
          'special_attachment',
          'entry',
          await specialFiles(
            db,
            free.map(({ id }) => id),
          ),
        )
      : []),
    ...(early.has('phone_check') ? of('phone_check', 'phone', await phoneChecks(db, consumerId)) : []),
    ...of('meeting', 'meeting', meetings),
    ...(early.has('consumer') && isWholeCardFree ? of('consumer', 'consumer', [consumerId]) : []),
  ];
  return { items, kept: keptOf(staying, classes) };
}

function of(recordClass: DueItem['recordClass'], kind: string, ids: readonly string[]): readonly DueItem[] {
  return ids.map((id) => ({ recordClass, kind, id, before: null }));
}

function keptOf(staying: readonly Theirs[], classes: readonly RetentionClass[]): readonly KeptCount[] {
  const period = classes.find(({ code }) => code === 'application');
  if (staying.length === 0 || period === undefined) return [];
  const ends = staying.map(({ closed_at, is_held }) =>
    closed_at === null || is_held === 1 ? null : endOfPeriod(closed_at, period),
  );
  const until = ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null);
  return [
    { recordClass: 'application', count: staying.length, until },
    // The card says whose they are.
    { recordClass: 'consumer', count: 1, until },
  ];
}

async function isConsumerHeld(db: Reader, consumerId: string): Promise<boolean> {
  const held = await db
    .selectFrom('holds')
    .select('stream_id')
    .where('stream_kind', '=', 'consumer')
    .where('stream_id', '=', consumerId)
    .executeTakeFirst();
  return held !== undefined;
}

async function specialFiles(db: Reader, applicationIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from entries
    where stream_kind = 'application' and type = 'attachment.added'
      and stream_id in (select value from json_each(${JSON.stringify(applicationIds)}))
      and json_extract(payload, '$.isSpecialCategory') = 1`.execute(db);
  return rows.map(({ id }) => id);
}

/** Codes that were sent to a number of this card or of an application of theirs. */
async function phoneChecks(db: Reader, consumerId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct stream_id as id from entries
    where stream_kind = 'phone' and json_extract(payload, '$.phone') in (
      select phone from consumers where id = ${consumerId} and phone is not null
      union select phone from applications where consumer_id = ${consumerId} and phone is not null
    )`.execute(db);
  return rows.map(({ id }) => id);
}

async function meetingsOf(db: Reader, applicationIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from meetings
    where ended_at is not null and application_id in (select value from json_each(${JSON.stringify(applicationIds)}))
  `.execute(db);
  return rows.map(({ id }) => id);
}
