import { foldTurkish } from '../text/fold.ts';
import { formatDate, localDay } from '../text/format.ts';
import type { HolidaysFile } from './catalogue.ts';
import { addDays } from './local-day.ts';

type YearTable = HolidaysFile['years'][number];

export const holidayTroubleKinds = ['missing', 'incomplete', 'unconfirmed'] as const;

/** What an administrator has to see to, with a sentence in Turkish. */
export type HolidayTrouble = {
  readonly year: number;
  readonly kind: (typeof holidayTroubleKinds)[number];
  readonly sentence: string;
};

/** Deadlines that are given in December end in the next year, whose table must be right by then. */
const nextYearFrom = '-10-01';

/** Law 2429, art. 1 and 2; the feasts are in `feasts`. */
const fixed = [
  ['01-01', 'public', 'Yılbaşı'],
  ['04-23', 'public', 'Ulusal Egemenlik ve Çocuk Bayramı'],
  ['05-01', 'public', 'Emek ve Dayanışma Günü'],
  ['05-19', 'public', "Atatürk'ü Anma, Gençlik ve Spor Bayramı"],
  ['07-15', 'public', 'Demokrasi ve Millî Birlik Günü'],
  ['08-30', 'public', 'Zafer Bayramı'],
  ['10-28', 'half_day_pm', 'Cumhuriyet Bayramı (öğleden sonra)'],
  ['10-29', 'public', 'Cumhuriyet Bayramı'],
] as const;

/** Full days after the afternoon of the eve. */
const feasts = [
  ['Ramazan Bayramı', 3],
  ['Kurban Bayramı', 4],
] as const;

/**
 * The yearly check: what is wrong with the tables of this year and, from 1 October on, of the next. A year has at most
 * one trouble, the gravest: no table, one that Law 2429 contradicts, or one whose feasts nobody has confirmed.
 */
export function holidayYearTrouble(file: HolidaysFile, nowIso: string): readonly HolidayTrouble[] {
  const today = localDay(nowIso);
  const year = Number(today.slice(0, 4));
  const years = today >= `${year}${nextYearFrom}` ? [year, year + 1] : [year];
  return years.flatMap((wanted) => troubleOf(wanted, file) ?? []);
}

function troubleOf(year: number, file: HolidaysFile): HolidayTrouble | undefined {
  const table = file.years.find((known) => known.year === year);
  if (table === undefined)
    return {
      ...{ year, kind: 'missing' },
      sentence: `${year} yılının tatil tablosu yok; o yıla uzanan süreler tatilsiz sayılıyor. Tablo eklenmeli.`,
    };
  const faults = holidayTableFaults(table);
  if (faults.length > 0)
    return {
      ...{ year, kind: 'incomplete' },
      sentence: `${year} tatil tablosu eksik ya da hatalı: ${faults.join('; ')}.`,
    };
  if (table.confidence === 'high') return undefined;
  return {
    ...{ year, kind: 'unconfirmed' },
    sentence: `${year} tatil tablosu kesin değil; dini bayram günleri Diyanet ile doğrulanmalı.`,
  };
}

/**
 * Where a table differs from what Law 2429 fixes for every year: its fixed days, 3,5 days of Ramazan and 4,5 of
 * Kurban. Each in Turkish; none where it is whole. A feast is known by its name, whatever its dates are.
 */
export function holidayTableFaults(table: YearTable): readonly string[] {
  const missing = fixed.flatMap(([monthDay, kind, name]) => {
    const date = `${table.year}-${monthDay}`;
    return has(table, date, kind) ? [] : [`${formatDate(date)} ${name} yok`];
  });
  return [...missing, ...feasts.flatMap(([name, days]) => feastFaults(table, name, days))];
}

function has(table: YearTable, date: string, kind: 'public' | 'half_day_pm', feast?: string): boolean {
  return table.holidays.some(
    (holiday) =>
      holiday.date === date &&
      holiday.kind === kind &&
      // A half day counts or not as the administrator says; a public holiday never counts.
      (kind === 'half_day_pm' || holiday.affectsDeadline) &&
      (feast === undefined || isOf(feast, holiday.name)),
  );
}

function isOf(feast: string, name: string): boolean {
  return foldTurkish(name).startsWith(foldTurkish(feast));
}

/** The lunar year is the shorter one, so a feast may come twice in a year, or reach over from the one before. */
function feastFaults(table: YearTable, feast: string, days: number): readonly string[] {
  const named = table.holidays.filter(({ name }) => isOf(feast, name));
  const rests = named.filter(({ kind }) => kind === 'public').map(({ date }) => date);
  if (rests.length === 0) return [`${feast} yok`];
  const eves = named.filter(({ kind }) => kind === 'half_day_pm').map(({ date }) => date);
  const wanted = [...evesBefore(table.year, rests, days), ...eves]
    .flatMap((eve) => Array.from({ length: days }, (_, index) => addDays(eve, index + 1)))
    .filter((date) => date.startsWith(`${table.year}-`));
  const isWhole =
    wanted.every((date) => has(table, date, 'public', feast)) && rests.every((date) => wanted.includes(date));
  return isWhole ? [] : [`${feast} arife öğleden sonrası ve ardından ${days} gün olmalı`];
}

/** The eve in the year before, of a feast whose last days stand at the beginning of this one. */
function evesBefore(year: number, rests: readonly string[], days: number): readonly string[] {
  const newYear = `${year}-01-01`;
  let here = 0;
  while (rests.includes(addDays(newYear, here))) here += 1;
  return here === 0 ? [] : [addDays(newYear, here - days - 1)];
}
