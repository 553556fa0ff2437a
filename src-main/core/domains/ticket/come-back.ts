import type { Ticket } from '../../../../src-shared/contract/ticket.ts';
import { localDay } from '../../../../src-shared/text/format.ts';

/** Until when one who did not come may take the former place again, in milliseconds since 1970. */
export function comeBackUntil(noShow: Ticket, graceMinutes: number): number {
  return Date.parse(noShow.endedAt ?? '') + graceMinutes * 60_000;
}

/** Within the time of grace, and on the same day: at night every place is given up. */
export function mayComeBack(noShow: Ticket, graceMinutes: number, now: number): boolean {
  const isToday = localDay(noShow.endedAt ?? '') === localDay(new Date(now).toISOString());
  return isToday && now <= comeBackUntil(noShow, graceMinutes);
}
