import type { Desk } from '../../../../src-shared/contract/session.ts';
import type { DayReport } from '../../../../src-shared/paper/day-report.ts';
import type { TicketDay } from '../../../../src-shared/rules/ticket-day.ts';
import type { Registration } from './application-day.ts';
import type { Span } from './day-report.repo.ts';
import { isIn } from './span.ts';

type Work = { readonly calls: readonly TicketDay[]; readonly registrations: readonly Registration[] };
type Around = { readonly span: Span; readonly nameOf: (actor: string) => string };

/** Every desk at which something was done, in the order of the branch's list; a room's calls are no desk's. */
export function desksOf(
  { calls: tickets, registrations }: Work,
  desks: readonly Desk[],
  { span, nameOf }: Around,
): DayReport['desks'] {
  return desks.flatMap(({ deskCode, deskName }) => {
    const calls = tickets
      .flatMap((ticket) => ticket.calls)
      .filter((call) => call.deskCode === deskCode && isIn(span, call.at));
    const served = tickets.filter(
      ({ state }) =>
        state.status === 'served' &&
        state.desk?.deskCode === deskCode &&
        state.endedAt !== null &&
        isIn(span, state.endedAt),
    );
    const taken = registrations.filter((registration) => registration.deskCode === deskCode);
    if (calls.length + served.length + taken.length === 0) return [];
    const actors = new Set([...calls, ...taken].map(({ actor }) => actor));
    const times = served.flatMap(({ serviceMs }) => serviceMs ?? []);
    return {
      name: deskName,
      staff: [...actors].map(nameOf).toSorted((a, b) => a.localeCompare(b, 'tr')),
      calls: calls.length,
      served: served.length,
      serviceMs: times.length === 0 ? null : times.reduce((sum, time) => sum + time, 0) / times.length,
      applications: taken.length,
    };
  });
}
