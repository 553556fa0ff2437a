import { useSyncExternalStore } from 'react';

const secondMs = 1_000;

/** One clock for the whole window, so that all waits on a screen turn over together. */
const clock = {
  now: Date.now(),
  listeners: new Set<() => void>(),
  timer: undefined as ReturnType<typeof setInterval> | undefined,
};

function subscribe(listener: () => void): () => void {
  clock.listeners.add(listener);
  clock.timer ??= setInterval(() => {
    clock.now = Date.now();
    for (const each of clock.listeners) each();
  }, secondMs);
  return () => {
    clock.listeners.delete(listener);
    if (clock.listeners.size > 0) return;
    clearInterval(clock.timer);
    clock.timer = undefined;
  };
}

/** Milliseconds since 1970, renewed every `everySeconds` while shown. */
export function useNow(everySeconds = 1): number {
  const step = everySeconds * secondMs;
  return useSyncExternalStore(subscribe, () => Math.floor(clock.now / step) * step);
}
