import { createTestCounter } from '../../../src-crm/testing/counter.ts';
import { maxBatch } from '../../../src-shared/contract/gateway.ts';
import type { Entry } from '../../../src-shared/ledger/entry.ts';
import { connectCrm } from '../../adapters/crm-http.ts';
import { createTestClock } from '../test-clock.ts';

/** Pushes that many small entries as one more PC of the branch, which is never heard of again. */
export async function pushFromThirdCounter(
  url: string,
  apiKey: string,
  count: number,
): Promise<readonly Entry[]> {
  const { log, entries, write } = createTestCounter(createTestClock());
  for (let made = 0; made < count; made += 1)
    write({ stream: { kind: 'audit', id: log }, type: 'counter.idled', version: 1, payload: { made } });
  const crm = connectCrm({ url, apiKey });
  for (let from = 0; from < entries.length; from += maxBatch) {
    const pushed = await crm.push(log, entries.slice(from, from + maxBatch));
    if (!pushed.ok) throw new Error(`The gateway refused the entries: ${pushed.failure.kind}`);
  }
  return entries;
}
