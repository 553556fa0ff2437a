import { addDays, isLocalDay } from '../../src-shared/rules/local-day.ts';
import { foldTurkish } from '../../src-shared/text/fold.ts';

const namedDays: Readonly<Record<string, number>> = { bugun: 0, dun: -1 };

/**
 * Reads a day as it is typed at the counter: `5.3.2026`, `05/03/26`, `05032026`, `bugün`, `dün`. Gives
 * `yyyy-MM-dd`, or undefined for what is no existing day.
 */
export function parseTypedDay(text: string, today: string): string | undefined {
  const offset = namedDays[foldTurkish(text)];
  if (offset !== undefined) return addDays(today, offset);
  const match =
    /^\s*(\d{1,2})[./\s-](\d{1,2})[./\s-](\d{4}|\d{2})\s*$/.exec(text) ??
    /^\s*(\d{2})(\d{2})(\d{4})\s*$/.exec(text);
  if (match === null) return undefined;
  const [, dayOfMonth = '', month = '', year = ''] = match;
  const day = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  return isLocalDay(day) ? day : undefined;
}

/** A day and a time, `5.3.2026 14:07` or `dün 9.30`, as `yyyy-MM-ddTHH:mm`; undefined where either is wrong. */
export function parseTypedMoment(text: string, today: string): string | undefined {
  const match = /^(.*\S)\s+(\d{1,2})[:.](\d{2})\s*$/.exec(text);
  if (match === null) return undefined;
  const [, dayText = '', hour = '', minute = ''] = match;
  const day = parseTypedDay(dayText, today);
  if (day === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${day}T${hour.padStart(2, '0')}:${minute}`;
}
