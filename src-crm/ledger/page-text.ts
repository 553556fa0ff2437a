import type { EntryRow } from './entry-rows.ts';

/**
 * A page of entries as the JSON of the contract, each payload as the text that the database keeps. Making values of it
 * and text again took the gateway most of the time of a page.
 * @param rest the page's other members
 */
export function pageText(rows: readonly EntryRow[], rest: Readonly<Record<string, unknown>>): string {
  return `{"entries":[${rows.map(entryText).join()}],${JSON.stringify(rest).slice(1)}`;
}

function entryText(row: EntryRow): string {
  const { id, log, seq, type, version, at, actor, salt, hash } = row;
  const before = JSON.stringify({
    ...{ id, log, seq, stream: { kind: row.stream_kind, id: row.stream_id }, type, version },
    ...{ recordedAt: row.recorded_at, at, actor },
  });
  const after = JSON.stringify({ salt, payloadDigest: row.payload_digest, prevHash: row.prev_hash, hash });
  return `${before.slice(0, -1)},"payload":${row.payload},${after.slice(1)}`;
}
