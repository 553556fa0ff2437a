import type { Entry } from '../../../src-shared/ledger/entry.ts';
import { knownEntry } from '../../../src-shared/ledger/entry-types.ts';
import { inQueueOrder, type QueuePolicy, type Waiting } from '../../../src-shared/rules/queue-order.ts';

/** Between reading the order and writing the call some milliseconds pass; the clock of either may decide. */
const undecidedMs = 50;

/**
 * Plays a day's entries of one store through the rule, and gives the ids of the tickets that were called although
 * another one was first by then, and of those that were called twice.
 */
export function callsAgainstTheRule(entries: readonly Entry[], policy: QueuePolicy): readonly string[] {
  const waiting = new Map<string, Waiting>();
  const wrong: string[] = [];
  for (const entry of entries) {
    const known = knownEntry(entry);
    const { id } = entry.stream;
    if (known?.type === 'ticket.issued') {
      const { categoryCode, priority } = known.payload;
      waiting.set(id, { id, categoryCode, priority, issuedAt: entry.at, target: null });
    }
    if (known?.type !== 'ticket.called') continue;
    if (!isFirst(id, [...waiting.values()], policy, Date.parse(entry.at))) wrong.push(id);
    waiting.delete(id);
  }
  return wrong;
}

function isFirst(id: string, waiting: readonly Waiting[], policy: QueuePolicy, at: number): boolean {
  for (let now = at; now >= at - undecidedMs; now -= 1)
    if (inQueueOrder(waiting, policy, now)[0]?.id === id) return true;
  return false;
}
