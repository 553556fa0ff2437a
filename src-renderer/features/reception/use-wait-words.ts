import { useCommonText } from '../../i18n/use-text.ts';
import { elapsedSince } from '../../lib/elapsed.ts';

/** `12 dk`, `1 sa 4 dk`: how long somebody has waited until `now`. */
export function useWaitWords(now: number): (since: string) => string {
  const common = useCommonText();
  return (since) => {
    const { hours, minutes } = elapsedSince(since, now);
    return hours > 0 ? common.hoursMinutes(hours, minutes) : common.minutes(minutes);
  };
}
