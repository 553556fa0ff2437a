// Turkey has kept UTC+3 without summer time since September 2016, so no zone data is needed
// and a workstation set to a wrong zone cannot shift a service day.
const istanbulOffsetMs = 3 * 3_600_000;

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** 'yyyy-MM-ddTHH:mm' on the clock in İstanbul; throws RangeError on what is no ISO instant. */
function localMinute(iso: string): string {
  return new Date(Date.parse(iso) + istanbulOffsetMs).toISOString().slice(0, 16);
}

/** The service day 'yyyy-MM-dd' in Europe/Istanbul to which an ISO instant belongs. */
export function localDay(iso: string): string {
  return localMinute(iso).slice(0, 10);
}

/** dd.MM.yyyy of an ISO instant, or of a day 'yyyy-MM-dd' which is taken as it stands. */
export function formatDate(isoOrDay: string): string {
  const day = dayPattern.test(isoOrDay) ? isoOrDay : localDay(isoOrDay);
  return day.split('-').reverse().join('.');
}

/** '10 Mart 2026 Salı' (in English with its own weekday and month) of a day 'yyyy-MM-dd'. */
export function formatLongDay(day: string, language: 'tr' | 'en' = 'tr'): string {
  const locale = language === 'tr' ? 'tr-TR' : 'en-GB';
  const date = new Date(`${day}T00:00:00.000Z`);
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(date);
}

/** HH:mm in Europe/Istanbul. */
export function formatTime(iso: string): string {
  return localMinute(iso).slice(11);
}

/** dd.MM.yyyy HH:mm in Europe/Istanbul. */
export function formatDateTime(iso: string): string {
  return `${formatDate(iso)} ${formatTime(iso)}`;
}

/** '1.234.567,5': Turkish grouping; `decimals` fixes the number of decimals, else at most two are shown. */
export function formatNumber(value: number, decimals?: number): string {
  const options =
    decimals === undefined
      ? { maximumFractionDigits: 2 }
      : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return value.toLocaleString('tr-TR', options);
}

/** '1.234.567,50 TL' from an amount in lira, the form of official letters. */
export function formatMoney(lira: number): string {
  return `${formatNumber(lira, 2)} TL`;
}
