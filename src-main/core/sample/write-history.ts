import type { LogHead } from '../../../src-shared/ledger/chain.ts';
import { entriesOfLog } from '../ledger/entries.repo.ts';
import { ownHead } from '../ledger/own-log.ts';
import type { Work } from '../write.ts';
import type { TimedFact } from './history-options.ts';
import { sealHistory } from './seal-history.ts';

/** Writes made-up facts into this store's own log, with their own times and actors. */
export async function writeHistory(work: Work, facts: Iterable<TimedFact>): Promise<void> {
  let head = await headInside(work);
  for (const entry of sealHistory(facts, head)) {
    if (!(await work.take(entry))) throw new Error('The log has an entry at this place already');
    head = { log: entry.log, seq: entry.seq, hash: entry.hash };
  }
  work.continueIn(head);
}

/** The head as this unit of work has moved it; the stored one moves only at its end. */
async function headInside({ trx }: Work): Promise<LogHead> {
  let head = await ownHead(trx);
  for (;;) {
    const slice = await entriesOfLog(trx, head.log, head.seq, 500);
    const last = slice.at(-1);
    if (last === undefined) return head;
    head = { log: last.log, seq: last.seq, hash: last.hash };
  }
}
