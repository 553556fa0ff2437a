import {
  type ChainFault,
  emptyHead,
  followChain,
  isSealIntact,
  type LogHead,
} from '../../../src-shared/ledger/chain.ts';
import { sha256 } from './digest.ts';
import { entriesOfLog, entryOf, type Reader } from './entries.repo.ts';

export type Verification = {
  readonly entries: number;
  readonly logs: number;
  readonly fault: { readonly log: string; readonly seq: number; readonly kind: string } | null;
};

const slice = 1_000;

/**
 * Proves that nothing is missing and nothing was altered: own logs by their chain from the first entry to the
 * head, entries of others, of which the feed brings a selection, each by its own seal.
 */
export async function verifyLedger(db: Reader): Promise<Verification> {
  let entries = 0;
  // Heads and ends in one statement: what is written while we check must not look like a fault.
  const own = await db
    .selectFrom('logs')
    .select((select) => [
      'log',
      'seq',
      'hash',
      'closed_at',
      select
        .selectFrom('entries')
        .whereRef('entries.log', '=', 'logs.log')
        .select((entries) => entries.fn.max('entries.seq').as('end'))
        .as('end'),
    ])
    .execute();
  for (const log of own) {
    // Above the end of a closed log may stand what a copied PC wrote in it; in the open one nothing may.
    const checked = await verifyChain(db, log, log.closed_at === null ? (log.end ?? 0) : log.seq);
    entries += checked.entries;
    if (checked.fault !== null)
      return { entries, logs: own.length, fault: { log: log.log, ...checked.fault } };
  }
  const others = await verifySeals(db, own);
  return { entries: entries + others.entries, logs: own.length, fault: others.fault };
}

async function verifyChain(
  db: Reader,
  expected: LogHead,
  end: number,
): Promise<{ readonly entries: number; readonly fault: ChainFault | null }> {
  let head = emptyHead(expected.log);
  while (head.seq < end) {
    const entries = await entriesOfLog(db, expected.log, head.seq, Math.min(slice, end - head.seq));
    if (entries.length === 0) break;
    const followed = followChain(head, entries, sha256);
    if ('fault' in followed) return { entries: head.seq, fault: followed.fault };
    head = followed.head;
  }
  const isWhole = head.seq === expected.seq && head.hash === expected.hash;
  return { entries: head.seq, fault: isWhole ? null : { seq: head.seq + 1, kind: 'hole' } };
}

/** @param own the heads up to which the chains were followed already */
async function verifySeals(db: Reader, own: readonly LogHead[]): Promise<Omit<Verification, 'logs'>> {
  let entries = 0;
  let position = 0;
  for (;;) {
    const rows = await db
      .selectFrom('entries')
      .selectAll()
      .where('position', '>', position)
      .where((where) =>
        where.not(where.or(own.map(({ log, seq }) => where('log', '=', log).and('seq', '<=', seq)))),
      )
      .orderBy('position')
      .limit(slice)
      .execute();
    const last = rows.at(-1);
    if (last === undefined) return { entries, fault: null };
    for (const entry of rows.map(entryOf)) {
      if (!isSealIntact(entry, sha256))
        return { entries, fault: { log: entry.log, seq: entry.seq, kind: 'altered_entry' } };
    }
    entries += rows.length;
    position = last.position;
  }
}
