import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useClient } from '../../lib/client-context.ts';

const inputs = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;
const tellEveryMs = 15_000;

/**
 * Tells the core of input at this window, since the core locks a session without. After the idle time it asks
 * how the session stands, so that the screen follows also where it missed the announcement, as after a sleep.
 */
export function useIdleLock(afterMinutes: number): void {
  const client = useClient();
  const queries = useQueryClient();
  useEffect(() => {
    const idleMs = afterMinutes * 60_000;
    let lastInput = Date.now();
    let isTold = true;

    const tell = () => {
      isTold = true;
      void client.call('session.active', {}, crypto.randomUUID());
    };
    const onInput = () => {
      const isBack = Date.now() - lastInput >= idleMs;
      lastInput = Date.now();
      isTold = false;
      // Whoever comes back is asked for the PIN before anything else.
      if (isBack) tell();
    };
    const check = () => {
      if (!isTold) tell();
      else if (Date.now() - lastInput >= idleMs)
        void queries.invalidateQueries({ queryKey: ['session.current'] });
    };
    for (const input of inputs) window.addEventListener(input, onInput, { passive: true, capture: true });
    const timer = setInterval(check, tellEveryMs);
    return () => {
      for (const input of inputs) window.removeEventListener(input, onInput, { capture: true });
      clearInterval(timer);
    };
  }, [afterMinutes, client, queries]);
}
