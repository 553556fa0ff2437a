import type { Transaction } from 'kysely';
import type { Entry, Stream } from '../../../src-shared/ledger/entry.ts';
import { foldTexts } from '../../../src-shared/ledger/reduce-text.ts';
import type { Schema } from '../db/schema.ts';
import { sha256 } from '../ledger/digest.ts';

/** All versions of a code anew: one that arrives late may change the numbers of those after it. */
export async function projectText(
  trx: Transaction<Schema>,
  stream: Stream,
  entries: readonly Entry[],
): Promise<void> {
  await trx.deleteFrom('texts').where('code', '=', stream.id).execute();
  const rows = foldTexts(entries, sha256).map(({ text, at, actor }) => ({
    code: text.code,
    language: text.language,
    version: text.version,
    kind: text.kind,
    valid_from: text.validFrom,
    hash: text.hash,
    body: JSON.stringify(text),
    published_at: at,
    published_by: actor,
  }));
  if (rows.length > 0) await trx.insertInto('texts').values(rows).execute();
}
