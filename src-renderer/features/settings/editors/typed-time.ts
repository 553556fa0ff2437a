/** A time of day as people type it, `8`, `830`, `8.30`, as '08:30'; what is none stays as it was typed. */
export function typedTime(text: string): string {
  const match = /^\s*(\d{1,2})(?:[:. ]?(\d{2}))?\s*$/.exec(text);
  if (match === null) return text.trim();
  const [, hour = '', minute = '00'] = match;
  return Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : text.trim();
}
