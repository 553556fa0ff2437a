/** A waiting ticket, as far as the order needs it. */
export type Waiting = { readonly id: string; readonly priority: boolean; readonly issuedAt: string };

/** How much earlier a priority ticket counts as having come: bounded, so nobody else waits for ever. */
export const priorityHeadStartMinutes = 20;

/** In the order of calling: by time of arrival, priority with its head start; ties by id. */
export function inQueueOrder<T extends Waiting>(waiting: readonly T[]): readonly T[] {
  return waiting.toSorted((a, b) => effectiveArrival(a) - effectiveArrival(b) || (a.id < b.id ? -1 : 1));
}

function effectiveArrival(ticket: Waiting): number {
  const arrived = Date.parse(ticket.issuedAt);
  return ticket.priority ? arrived - priorityHeadStartMinutes * 60_000 : arrived;
}
