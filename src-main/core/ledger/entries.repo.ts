import type { Kysely } from 'kysely';
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

/** Its position in the order of arrival; undefined where the entry was here already. */
export async function insertEntry(db: Reader, entry: Entry): Promise<number | undefined> {
  const done = await db
    .insertInto('entries')
    .values(rowOf(entry))
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n ? Number(done.insertId) : undefined;
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

function rowOf(entry: Entry): NewEntryRow {
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
