import { useEffect } from 'react';
import { useCommand } from '../../lib/use-method.ts';

const signsOfLife = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;
const checkEveryMs = 5_000;

/**
 * Locks after the branch's idle time. The wall clock is compared, not a timer awaited, so that a PC that
 * slept wakes up locked.
 */
export function useIdleLock(afterMinutes: number): void {
  const { run } = useCommand('session.lock');
  useEffect(() => {
    let lastSign = Date.now();
    const onSign = () => {
      lastSign = Date.now();
    };
    const check = () => {
      if (Date.now() - lastSign >= afterMinutes * 60_000) void run({});
    };
    for (const sign of signsOfLife) window.addEventListener(sign, onSign, { passive: true, capture: true });
    const timer = setInterval(check, checkEveryMs);
    return () => {
      for (const sign of signsOfLife) window.removeEventListener(sign, onSign, { capture: true });
      clearInterval(timer);
    };
  }, [afterMinutes, run]);
}
