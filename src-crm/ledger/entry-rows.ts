import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import { canonicalJson, type Json } from '../../src-shared/ledger/canonical-json.ts';
import type { Entry, Stream } from '../../src-shared/ledger/entry.ts';
import type { Database, EntriesTable } from '../db/schema.ts';

export type EntryRow = Selectable<EntriesTable>;
/** An entry with the branch that it is for. */
export type PlacedEntry = { readonly branch: string; readonly entry: Entry };

export function entryOf(row: EntryRow): Entry {
  const payload: Json = JSON.parse(row.payload);
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
    payload,
    salt: row.salt,
    payloadDigest: row.payload_digest,
    prevHash: row.prev_hash,
    hash: row.hash,
  };
}

/** One statement for the whole slice: one array per column, unpacked by the database in the slice's order. */
export async function insertEntries(
  tx: Transaction<Database>,
  placed: readonly PlacedEntry[],
): Promise<void> {
  const column = <T>(pick: (entry: Entry) => T): T[] => placed.map(({ entry }) => pick(entry));
  await sql`
    insert into entries (log, seq, id, branch, stream_kind, stream_id, type, version, recorded_at, at, actor,
      payload, salt, payload_digest, prev_hash, hash)
    select log, seq, id, branch, stream_kind, stream_id, type, version, recorded_at, at, actor,
      payload, salt, payload_digest, prev_hash, hash
    from unnest(
      ${column((entry) => entry.log)}::text[], ${column((entry) => entry.seq)}::bigint[],
      ${column((entry) => entry.id)}::text[], ${placed.map(({ branch }) => branch)}::text[],
      ${column((entry) => entry.stream.kind)}::text[], ${column((entry) => entry.stream.id)}::text[],
      ${column((entry) => entry.type)}::text[], ${column((entry) => entry.version)}::bigint[],
      ${column((entry) => entry.recordedAt)}::text[], ${column((entry) => entry.at)}::text[],
      ${column((entry) => entry.actor)}::text[], ${column((entry) => canonicalJson(entry.payload))}::text[],
      ${column((entry) => entry.salt)}::text[], ${column((entry) => entry.payloadDigest)}::text[],
      ${column((entry) => entry.prevHash)}::text[], ${column((entry) => entry.hash)}::text[]
    ) with ordinality as slice (log, seq, id, branch, stream_kind, stream_id, type, version, recorded_at, at,
      actor, payload, salt, payload_digest, prev_hash, hash, place)
    order by place
  `.execute(tx);
}

export async function entriesOfStream(
  db: Kysely<Database> | Transaction<Database>,
  stream: Stream,
): Promise<readonly Entry[]> {
  const rows = await db
    .selectFrom('entries')
    .selectAll()
    .where('stream_kind', '=', stream.kind)
    .where('stream_id', '=', stream.id)
    .execute();
  return rows.map(entryOf);
}
