import { formatTime } from '../text/format.ts';

/** On the clock in İstanbul, 'HH:mm'; null where there is no bound on that side. */
export type OpeningHours = { readonly opensAt: string | null; readonly closesAt: string | null };

export const clockTimePattern = /^([01]\d|2[0-3]):[0-5]\d$/;

/** From the minute of the opening up to the minute before the closing. */
export function isOpenAt({ opensAt, closesAt }: OpeningHours, iso: string): boolean {
  const time = formatTime(iso);
  return (opensAt === null || time >= opensAt) && (closesAt === null || time < closesAt);
}
