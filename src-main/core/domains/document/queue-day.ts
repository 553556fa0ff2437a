import type { DayReport, TicketCounts } from '../../../../src-shared/paper/day-report.ts';
import { type TicketDay, waitsOf } from '../../../../src-shared/rules/ticket-day.ts';
import type { Span } from './day-report.repo.ts';
import { isIn } from './span.ts';

/** The numbers of a day, by category in the order of their letters. */
export function queueDay(
  tickets: readonly TicketDay[],
  day: string,
  span: Span,
): Pick<DayReport, 'categories' | 'tickets'> {
  const byCategory = Map.groupBy(tickets, ({ state }) => state.categoryName);
  const categories = [...byCategory]
    .map(([name, own]) => ({ name, ...countsOf(own, day, span) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'tr'));
  return { categories, tickets: countsOf(tickets, day, span) };
}

function countsOf(tickets: readonly TicketDay[], day: string, span: Span): TicketCounts {
  const called = tickets.filter(({ calls }) => calls.some(({ at }) => isIn(span, at)));
  const ended = tickets.filter(({ state }) => state.endedAt !== null && isIn(span, state.endedAt));
  const count = (status: string) => ended.filter(({ state }) => state.status === status).length;
  return {
    issued: tickets.filter(({ state }) => state.serviceDay === day).length,
    called: called.length,
    served: count('served'),
    noShows: count('no_show'),
    cancelled: count('cancelled'),
    uncalled: tickets.filter(({ calls, state }) => calls.length === 0 && state.status === 'waiting').length,
    // Somebody who was first called on an earlier day has waited for that day's desks.
    waits: waitsOf(
      tickets.flatMap(({ calls: [first], waitMs }) =>
        first === undefined || waitMs === null || !isIn(span, first.at) ? [] : [waitMs],
      ),
    ),
  };
}
