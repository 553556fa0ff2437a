/** Waits, or less where it is given up; it never rejects. */
export function pause(millis: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(end, millis);
  signal.addEventListener('abort', end);
  if (signal.aborted) end();

  function end(): void {
    clearTimeout(timer);
    signal.removeEventListener('abort', end);
    resolve();
  }

  return promise;
}
