import { localDay } from '../text/format.ts';
import type { PauseReason } from './deadline-rule.ts';
import type { LocalDay } from './local-day.ts';

/** A time during which the clock stood still (ISO instants). One that is still open is passed with `to` as now. */
export type Pause = { readonly reason: PauseReason; readonly from: string; readonly to: string };

/** Milliseconds since 1970. */
type Span = { readonly from: number; readonly to: number };

/**
 * The same time as spans in order that neither overlap nor touch, so that an hour in two pauses is counted once. A
 * pause that ends before it begins, as clocks of two PCs can make it, is none.
 */
export function spansOf(pauses: readonly Pause[]): readonly Span[] {
  const spans = pauses
    .map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
  const merged: Span[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last === undefined || span.from > last.to) merged.push(span);
    else merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return merged;
}

/**
 * Whether the clock stood still on a day: it did where it stood at the day's end, in İstanbul. So the day on which a
 * pause begins does not count, the day on which it ends does, and a pause within one day moves nothing.
 */
export function standsOn(pauses: readonly Pause[]): (day: LocalDay) => boolean {
  const stretches = spansOf(pauses).map(({ from, to }) => ({ from: dayOf(from), to: dayOf(to) }));
  return (day) => stretches.some(({ from, to }) => from <= day && day < to);
}

function dayOf(ms: number): LocalDay {
  return localDay(new Date(ms).toISOString());
}
