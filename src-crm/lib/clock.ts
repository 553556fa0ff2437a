/** Milliseconds since 1970; passed in, so that tests decide what time it is. */
export type Clock = { readonly now: () => number };

export const systemClock: Clock = { now: Date.now };

export function isoNow(clock: Clock): string {
  return new Date(clock.now()).toISOString();
}

export function isoAfter(clock: Clock, milliseconds: number): string {
  return new Date(clock.now() + milliseconds).toISOString();
}
