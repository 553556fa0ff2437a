import type { TicketTarget } from '../ledger/ticket-entries.ts';

/** What decides who may call a ticket, and by whose weight its waiting counts. */
export type Sent = {
  readonly categoryCode: string;
  /** Where it was sent on to. */
  readonly target: TicketTarget | null;
};

/** A waiting ticket, as far as the order needs it. */
export type Waiting = Sent & {
  readonly id: string;
  readonly priority: boolean;
  /** Time of arrival, ISO. */
  readonly issuedAt: string;
};

export type QueuePolicy = {
  /** How fast the waiting of each category counts beside the others; 1 where a category is not named. */
  readonly weights: Readonly<Record<string, number>>;
  /** How much earlier a priority visitor counts as having come. */
  readonly priorityHeadStartMinutes: number;
  /** How much faster a priority visitor's waiting counts. */
  readonly priorityFactor: number;
  /** Who has waited so long is passed by nobody who came later. */
  readonly longestWaitMinutes: number;
};

export const defaultQueuePolicy: QueuePolicy = {
  weights: {},
  priorityHeadStartMinutes: 10,
  priorityFactor: 2,
  longestWaitMinutes: 45,
};

const minute = 60_000;

/**
 * In the order of calling. Urgency grows with waiting: the minutes since arrival by the category's weight,
 * faster and with a head start for priority (an accumulating priority queue, Stanford, Taylor and Ziedins
 * 2014). Strict priority would let ordinary visitors wait for ever; here whoever has waited
 * `longestWaitMinutes` stands before all others, those among themselves by time of arrival. Ties go to who
 * came first, then by id.
 * @param now milliseconds since 1970; the order of the same visitors may change as they wait
 */
export function inQueueOrder<T extends Waiting>(
  waiting: readonly T[],
  policy: QueuePolicy,
  now: number,
): readonly T[] {
  const ranked = waiting.map((ticket) => ({ ticket, ...rankOf(ticket, policy, now) }));
  ranked.sort(
    (a, b) =>
      Number(b.isOverdue) - Number(a.isOverdue) ||
      (a.isOverdue ? 0 : b.urgency - a.urgency) ||
      a.arrived - b.arrived ||
      (a.ticket.id < b.ticket.id ? -1 : 1),
  );
  return ranked.map(({ ticket }) => ticket);
}

function rankOf(ticket: Waiting, policy: QueuePolicy, now: number) {
  const arrived = Date.parse(ticket.issuedAt);
  const waited = Math.max(0, now - arrived) / minute;
  const weight = policy.weights[categoryFor(ticket)] ?? 1;
  const urgency = ticket.priority
    ? (waited + policy.priorityHeadStartMinutes) * policy.priorityFactor * weight
    : waited * weight;
  return { arrived, urgency, isOverdue: waited >= policy.longestWaitMinutes };
}

/** The category in whose queue a ticket stands: the one that it was sent on to, else its own. */
export function categoryFor({ categoryCode, target }: Sent): string {
  return target?.kind === 'category' ? target.code : categoryCode;
}

export type ServedCategory = {
  readonly code: string;
  /** Which desks serve it; null for all. */
  readonly deskCodes: readonly string[] | null;
};

/**
 * Whether a desk may call the ticket: one sent to a desk is that desk's alone, one sent to a room no desk's.
 * A category that is no longer known may be called by all, so that nobody waits for ever.
 */
export function mayCall(deskCode: string, ticket: Sent, categories: readonly ServedCategory[]): boolean {
  const { target } = ticket;
  if (target?.kind === 'desk') return target.code === deskCode;
  if (target?.kind === 'room') return false;
  const code = categoryFor(ticket);
  const deskCodes = categories.find((category) => category.code === code)?.deskCodes ?? null;
  return deskCodes === null || deskCodes.includes(deskCode);
}
