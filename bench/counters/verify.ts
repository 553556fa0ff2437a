import { connectCrm } from '../../src-main/adapters/crm-http.ts';
import { sha256 } from '../../src-main/core/ledger/digest.ts';
import { maxBatch } from '../../src-shared/contract/gateway.ts';
import { emptyHead, followChain } from '../../src-shared/ledger/chain.ts';
import type { CounterArgs, Settled } from './messages.ts';
import { isSameTally, type Placed, tallyOf } from './tally.ts';

type SettledCounter = Settled['counters'][number];

/**
 * Whether every entry stands in the gateway's logs once, in an unbroken chain, and reached every other counter of its
 * branch once.
 * @returns what is wrong, in words; empty where nothing is
 */
export async function findLoss(
  url: string,
  counters: readonly CounterArgs[],
  settled: readonly SettledCounter[],
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { log, apiKey } of counters) {
    const own = settled.find((counter) => counter.log === log);
    const held = await readLog(url, apiKey, log);
    if (typeof held === 'string') faults.push(held);
    else if (own === undefined || !isSameTally(tallyOf(log, held), own.pushed))
      faults.push(`${log}: ${held.length} held, ${own?.pushed.count} pushed`);
  }
  for (const reader of settled)
    for (const writer of settled) {
      if (writer.log === reader.log || writer.branch !== reader.branch || writer.pushed.count === 0) continue;
      const got = reader.received.find(({ log }) => log === writer.log);
      if (!isSameTally(writer.pushed, got))
        faults.push(`${reader.log}: ${got?.count ?? 0} of ${writer.pushed.count} of ${writer.log}`);
    }
  return faults;
}

/** The whole log as the gateway gives it, or where its chain breaks. */
async function readLog(url: string, apiKey: string, log: string): Promise<readonly Placed[] | string> {
  const upstream = connectCrm({ url, apiKey });
  const all: Placed[] = [];
  for (let head = emptyHead(log); ; ) {
    const page = await upstream.logPage(log, head.seq, maxBatch);
    if (!page.ok) return `${log}: ${JSON.stringify(page.failure)}`;
    const followed = followChain(head, page.value.entries, sha256);
    if ('fault' in followed) return `${log}: ${followed.fault.kind} at ${followed.fault.seq}`;
    all.push(...page.value.entries);
    head = followed.head;
    if (head.seq === page.value.head.seq) return all;
    if (page.value.entries.length === 0) return `${log}: ends at ${head.seq} of ${page.value.head.seq}`;
  }
}
