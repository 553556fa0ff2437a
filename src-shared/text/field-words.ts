import { formatDate, formatDateTime } from './format.ts';
import { formatPhone } from './phone.ts';

/** A topic field's stored value as people read it: days, moments and phones; anything else as it is. */
export function fieldWords(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/.test(value)) return formatDateTime(value);
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?$/.exec(value);
  const [, day, time] = match ?? [];
  if (day === undefined) return formatPhone(value);
  return time === undefined ? formatDate(day) : `${formatDate(day)} ${time}`;
}
