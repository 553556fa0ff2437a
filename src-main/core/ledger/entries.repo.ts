import { type Kysely, sql } from 'kysely';
import { canonicalJson, type Json } from '../../../src-shared/ledger/canonical-json.ts';
import type { Entry, Stream } from '../../../src-shared/ledger/entry.ts';
import type { EntryRow, NewEntryRow, Schema } from '../db/schema.ts';

/** The store or a transaction on it; a transaction is asked for by name where only it will do. */
export type Reader = Kysely<Schema>;

export async function entriesOfStream(db: Reader, stream: Stream): Promise<readonly Entry[]> {
  const rows = await db
    .selectFrom('entries')
    .selectAll()
    .where('stream_kind', '=', stream.kind)
    .where('stream_id', '=', stream.id)
    .orderBy('position')
    .execute();
  return rows.map(entryOf);
}

/** A slice of one log, from just above `after`, in order of seq. */
export async function entriesOfLog(
  db: Reader,
  log: string,
  after: number,
  limit: number,
): Promise<readonly Entry[]> {
  const rows = await db
    .selectFrom('entries')
    .selectAll()
    .where('log', '=', log)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map(entryOf);
}

/** The entries of one type on the streams with these ids; few ids, since each is looked up. */
export async function entriesOfType(
  db: Reader,
  kind: string,
  ids: readonly string[],
  type: string,
): Promise<readonly Entry[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('entries')
    .selectAll()
    .where('stream_kind', '=', kind)
    .where('stream_id', 'in', ids)
    .where('type', '=', type)
    .execute();
  return rows.map(entryOf);
}

export type Inserted = { readonly position: number; readonly entry: Entry };

/**
 * Keeps an entry; undefined where it was here already. What was ordered to be destroyed is kept without its payload,
 * from whomever it comes and however late, in the same statement: it never was here.
 */
export async function insertEntry(db: Reader, entry: Entry): Promise<Inserted | undefined> {
  const { payload, salt, ...row } = rowOf(entry);
  const unlessDestroyed = (value: string | null) =>
    sql<string | null>`case when ${isDestroyed(entry)} then null else ${value} end`;
  const placed = await db
    .insertInto('entries')
    .values({ ...row, payload: unlessDestroyed(payload ?? null), salt: unlessDestroyed(salt ?? null) })
    .onConflict((conflict) => conflict.doNothing())
    .returning(['position', 'salt'])
    .executeTakeFirst();
  if (placed === undefined) return undefined;
  const isErased = placed.salt === null && entry.salt !== null;
  return { position: placed.position, entry: isErased ? { ...entry, payload: null, salt: null } : entry };
}

function isDestroyed({ stream, id, recordedAt }: Entry) {
  return sql`exists (
    select 1 from destroyed
    where ((kind = ${stream.kind} and id = ${stream.id}) or (kind = 'entry' and id = ${id}))
      and before > ${recordedAt}
  )`;
}

export function entryOf(row: EntryRow): Entry {
  return {
    id: row.id,
    log: row.log,
    seq: row.seq,
    stream: { kind: row.stream_kind, id: row.stream_id },
    type: row.type,
    version: row.version,
    recordedAt: row.recorded_at,
    at: row.at,
    actor: row.actor,
    payload: row.payload === null ? null : parseJson(row.payload),
    salt: row.salt,
    payloadDigest: row.payload_digest,
    prevHash: row.prev_hash,
    hash: row.hash,
  };
}

export function rowOf(entry: Entry): NewEntryRow {
  return {
    id: entry.id,
    log: entry.log,
    seq: entry.seq,
    stream_kind: entry.stream.kind,
    stream_id: entry.stream.id,
    type: entry.type,
    version: entry.version,
    recorded_at: entry.recordedAt,
    at: entry.at,
    actor: entry.actor,
    payload: entry.salt === null ? null : canonicalJson(entry.payload),
    salt: entry.salt,
    payload_digest: entry.payloadDigest,
    prev_hash: entry.prevHash,
    hash: entry.hash,
  };
}

function parseJson(text: string): Json {
  return JSON.parse(text);
}
