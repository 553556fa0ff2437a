export type WaitRange = { readonly fromMinutes: number; readonly toMinutes: number };

/** Fewer intervals than this say nothing yet. */
export const leastIntervals = 8;
/** Of the newest intervals only: the afternoon is not the morning. */
export const mostIntervals = 30;
/** Half of a normal distribution's middle 80 %, in standard deviations. */
const spread = 1.2816;
const step = 5;

/**
 * How long a visitor with so many people before them will wait, as a range that holds about four times in
 * five, in steps of five minutes. Read from the gaps between the latest calls, which hold in themselves how
 * many desks are open and how long the matters of the day take.
 * @param callTimes milliseconds since 1970 of today's calls, in any order
 * @param ahead how many will be called before this visitor
 * @returns null where the data are too thin to say anything
 */
export function estimatedWait(callTimes: readonly number[], ahead: number): WaitRange | null {
  const gaps = gapsOf(callTimes);
  if (gaps.length < leastIntervals) return null;
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / (gaps.length - 1);
  const calls = ahead + 1;
  // The mean itself is only known from so many gaps, which counts the more the longer the queue is.
  const deviation = Math.sqrt(variance * calls * (1 + calls / gaps.length));
  const from = Math.max(0, calls * mean - spread * deviation);
  const to = calls * mean + spread * deviation;
  const fromMinutes = Math.floor(from / step) * step;
  return { fromMinutes, toMinutes: Math.max(fromMinutes + step, Math.ceil(to / step) * step) };
}

/** In minutes. */
function gapsOf(callTimes: readonly number[]): readonly number[] {
  const times = callTimes.toSorted((a, b) => a - b).slice(-(mostIntervals + 1));
  return times.slice(1).map((time, index) => (time - (times[index] ?? time)) / 60_000);
}
