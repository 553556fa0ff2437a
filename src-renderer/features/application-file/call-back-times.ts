import { addDays } from '../../../src-shared/rules/local-day.ts';
import { formatDateTime, localDay } from '../../../src-shared/text/format.ts';

export type CallBackWords = { readonly none: string; readonly hours: (hours: number) => string };

/** Moments at which somebody who was not reached may be tried again; the first choice is none. */
export function callBackTimes(now: number, chosen: string | null, words: CallBackWords) {
  const iso = (at: number) => new Date(Math.ceil(at / 60_000) * 60_000).toISOString();
  const today = localDay(new Date(now).toISOString());
  const morning = (days: number) => `${addDays(today, days)}T07:00:00.000Z`;
  const moments = [
    { value: iso(now + 3_600_000), label: words.hours(1) },
    { value: iso(now + 3 * 3_600_000), label: words.hours(3) },
    ...[1, 2].map(morning).map((value) => ({ value, label: formatDateTime(value) })),
  ];
  const isKnown = chosen === null || moments.some(({ value }) => value === chosen);
  return [
    { value: '', label: words.none },
    ...moments,
    ...(isKnown ? [] : [{ value: chosen, label: formatDateTime(chosen) }]),
  ];
}
