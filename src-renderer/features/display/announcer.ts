import type { DisplayState, ShownCall } from '../../../src-shared/contract/display.ts';
import { emptyQueue, takeIn, takeNext } from './call-queue.ts';

type Options = {
  /** Calls one number out, to its end. Never rejects: a hall without sound still shows its calls. */
  readonly say: (call: ShownCall) => Promise<void>;
  /** Which call is being said; null where none is. */
  readonly onSaying: (call: ShownCall | null) => void;
};

/** Calls numbers out one after the other, never two at once. */
export function createAnnouncer({ say, onSaying }: Options) {
  let queue = emptyQueue;
  let isSaying = false;

  async function sayAll(): Promise<void> {
    if (isSaying) return;
    isSaying = true;
    for (let next = takeNext(queue); next.call !== undefined; next = takeNext(queue)) {
      queue = next.rest;
      onSaying(next.call);
      await say(next.call);
    }
    isSaying = false;
    onSaying(null);
  }

  return {
    /** Tells it how the hall stands now. */
    take(state: Pick<DisplayState, 'calls' | 'now'>): void {
      queue = takeIn(queue, state);
      if (queue.waiting.length > 0) void sayAll();
    },
  };
}
