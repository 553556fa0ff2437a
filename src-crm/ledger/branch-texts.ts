import type { Kysely } from 'kysely';
import { foldTexts } from '../../src-shared/ledger/reduce-text.ts';
import type { PublishedText } from '../../src-shared/rules/texts.ts';
import type { Database } from '../db/schema.ts';
import { sha256 } from '../lib/ids.ts';
import { entryOf } from './entry-rows.ts';

export type BranchTexts = (db: Kysely<Database>, branch: string) => Promise<readonly PublishedText[]>;

/**
 * Every version of one text that the branch's counters have pushed. Published seldom and asked for with every
 * application, so what was read is kept until another version arrives.
 */
export function branchTexts(code: string): BranchTexts {
  const kept = new Map<string, { readonly count: number; readonly texts: readonly PublishedText[] }>();
  return async (db, branch) => {
    const versions = db
      .selectFrom('entries')
      .where('branch', '=', branch)
      .where('stream_kind', '=', 'text')
      .where('stream_id', '=', code);
    // Entries are never taken away, so another count is another answer; the newest by order need not be a new one.
    const { count } = await versions
      .select((select) => select.fn.countAll<number | string>().as('count'))
      .executeTakeFirstOrThrow();
    const known = kept.get(branch);
    if (known?.count === Number(count)) return known.texts;
    const rows = await versions.selectAll().execute();
    const texts = foldTexts(rows.map(entryOf), sha256).map(({ text }) => text);
    kept.set(branch, { count: rows.length, texts });
    return texts;
  };
}
