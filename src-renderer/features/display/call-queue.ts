import type { DisplayState, ShownCall } from '../../../src-shared/contract/display.ts';

/** A call that is older is shown and no longer called out: nobody in the hall waits to hear it. */
const freshMillis = 60_000;
/** About half a minute of speech; of more the oldest are shown alone. */
export const mostWaiting = 6;

/** What is still to be called out, one after the other. */
export type CallQueue = {
  readonly waiting: readonly ShownCall[];
  /** Fresh calls that were taken in already, by their key with their time. */
  readonly known: ReadonlyMap<string, string>;
};

export const emptyQueue: CallQueue = { waiting: [], known: new Map() };

/** Every call and every repetition of one is an announcement of its own. */
export function keyOf({ label, calledAt }: Pick<ShownCall, 'label' | 'calledAt'>): string {
  return `${label} ${calledAt}`;
}

/**
 * The queue after a new state of the hall: new calls in the order in which they were made, without those that were
 * undone, ended or repeated before their turn.
 */
export function takeIn(queue: CallQueue, { calls, now }: Pick<DisplayState, 'calls' | 'now'>): CallQueue {
  const isFresh = (calledAt: string) => Date.parse(now) - Date.parse(calledAt) <= freshMillis;
  const stillQueued = new Set(queue.waiting.map(keyOf));
  const waiting = [...calls]
    .filter((call) => call.isAwaited)
    .filter(
      (call) => stillQueued.has(keyOf(call)) || (isFresh(call.calledAt) && !queue.known.has(keyOf(call))),
    )
    .sort((a, b) => Date.parse(a.calledAt) - Date.parse(b.calledAt))
    .slice(-mostWaiting);
  const seen = [...queue.known, ...calls.map((call) => [keyOf(call), call.calledAt] as const)];
  return { waiting, known: new Map(seen.filter(([, calledAt]) => isFresh(calledAt))) };
}

/** The next one to call out, and the queue without it. */
export function takeNext(queue: CallQueue): {
  readonly call: ShownCall | undefined;
  readonly rest: CallQueue;
} {
  const [call, ...waiting] = queue.waiting;
  return { call, rest: { ...queue, waiting } };
}
