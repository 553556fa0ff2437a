/**
 * The time of day as the core has it: a television's own clock may stand anywhere.
 * @param told the core's `now` in the latest answer
 * @param at when that answer came, by this device's clock; null where there is none
 * @param now this device's clock
 * @returns milliseconds since 1970
 */
export function coreNow(told: string, at: number | null, now: number): number {
  return at === null ? now : Date.parse(told) + Math.max(0, now - at);
}
