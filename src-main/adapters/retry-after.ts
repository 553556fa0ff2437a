const usualPauseMs = 30_000;
/** A pause that a wrong clock or a careless proxy asked for must not last for days. */
const longestPauseMs = 3_600_000;

/** `Retry-After`: seconds, or a date (RFC 9110, 10.2.3). */
export function pauseOf(retryAfter: string | null): number {
  if (retryAfter === null || retryAfter.trim() === '') return usualPauseMs;
  const seconds = Number(retryAfter);
  const millis = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(retryAfter) - Date.now();
  return Number.isFinite(millis) ? Math.min(Math.max(millis, 1_000), longestPauseMs) : usualPauseMs;
}
