import type { Entry } from '../ledger/entry.ts';
import { inOrder } from '../ledger/entry.ts';
import { knownEntry } from '../ledger/entry-types.ts';
import { foldTicket, type TicketState } from '../ledger/reduce-ticket.ts';

/** A call that stood: one that was undone within its seconds called nobody. */
export type StandingCall = { readonly at: string; readonly deskCode: string; readonly actor: string };

/** What a number's life says about a day's work. */
export type TicketDay = {
  readonly state: TicketState;
  readonly calls: readonly StandingCall[];
  /** From the arrival to the first call, in milliseconds; null where nobody has called it. */
  readonly waitMs: number | null;
  /** From the beginning of the service to its end; null while it is not served. */
  readonly serviceMs: number | null;
};

/** Undefined until the number's issue has arrived. */
export function ticketDay(entries: readonly Entry[]): TicketDay | undefined {
  const state = foldTicket(entries);
  if (state === undefined) return undefined;
  const calls = callsOf(entries);
  const [first] = calls;
  const { issuedAt, servingAt, calledAt, endedAt, status } = state;
  const begun = servingAt ?? calledAt;
  return {
    state,
    calls,
    // A clock that stood behind makes no negative wait.
    waitMs: first === undefined ? null : Math.max(0, Date.parse(first.at) - Date.parse(issuedAt)),
    serviceMs:
      status !== 'served' || begun === null || endedAt === null
        ? null
        : Math.max(0, Date.parse(endedAt) - Date.parse(begun)),
  };
}

function callsOf(entries: readonly Entry[]): readonly StandingCall[] {
  const calls: StandingCall[] = [];
  for (const entry of inOrder(entries)) {
    const known = knownEntry(entry);
    if (known?.type === 'ticket.called')
      calls.push({ at: entry.at, deskCode: known.payload.deskCode, actor: entry.actor });
    if (known?.type === 'ticket.call_undone') calls.pop();
  }
  return calls;
}

export type Waits = { readonly mean: number; readonly p90: number; readonly longest: number };

/** Of nothing there is no mean. p90 is the nearest rank: nine of ten waited so long or less. */
export function waitsOf(waits: readonly number[]): Waits | null {
  const sorted = waits.toSorted((a, b) => a - b);
  const longest = sorted.at(-1);
  if (longest === undefined) return null;
  const mean = sorted.reduce((sum, wait) => sum + wait, 0) / sorted.length;
  return { mean, p90: sorted[Math.ceil(sorted.length * 0.9) - 1] ?? longest, longest };
}
