import type { Category } from '../../../../src-shared/contract/ticket.ts';
import type { QueuePolicy } from '../../../../src-shared/rules/queue-order.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import { defaultQueueRules } from '../settings/policy-defaults.ts';
import { readDocument } from '../settings/settings.repo.ts';

export type QueueSettings = {
  readonly categories: readonly Category[];
  readonly order: QueuePolicy;
  readonly graceMinutes: number;
};

/** What the branch has set for its queue; the defaults where its policy can't be read. */
export async function queueSettings(db: Reader): Promise<QueueSettings> {
  const categories = (await readDocument(db, 'categories')) ?? [];
  const rules = (await readDocument(db, 'policy')) ?? defaultQueueRules;
  const { graceMinutes, priorityHeadStartMinutes, priorityFactor, longestWaitMinutes } = rules;
  const weights = Object.fromEntries(categories.map(({ code, weight }) => [code, weight]));
  return {
    categories,
    order: { weights, priorityHeadStartMinutes, priorityFactor, longestWaitMinutes },
    graceMinutes,
  };
}
