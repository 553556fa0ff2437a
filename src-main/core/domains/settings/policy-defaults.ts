import type { Policy } from '../../../../src-shared/contract/branch-settings.ts';
import { defaultQueuePolicy } from '../../../../src-shared/rules/queue-order.ts';

const { weights: _, ...order } = defaultQueuePolicy;

/** How the queue goes where a branch has not decided it, as in a policy that an older Banko wrote. */
export const defaultQueueRules = {
  nightPolicy: 'close',
  graceMinutes: 30,
  ...order,
} as const satisfies Partial<Policy>;
