/** How long the core keeps a pairing's code that nobody has used. */
export const pairWithinMs = 10 * 60_000;

/** `9:05` */
export function timeLeft(millis: number): string {
  const seconds = Math.max(Math.ceil(millis / 1_000), 0);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
