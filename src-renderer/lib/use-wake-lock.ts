import { useEffect } from 'react';

/**
 * Keeps the screen on while the page is shown, where the browser allows it: over plain HTTP from another PC it does
 * not, and the device's own settings have to.
 */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let hasEnded = false;

    async function take(): Promise<void> {
      if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
      try {
        lock = await navigator.wakeLock.request('screen');
        if (hasEnded) await lock.release();
      } catch {
        // Refused, as on a low battery; asked again when the page is shown again.
        lock = undefined;
      }
    }

    const onShown = () => void take();
    document.addEventListener('visibilitychange', onShown);
    void take();
    return () => {
      hasEnded = true;
      document.removeEventListener('visibilitychange', onShown);
      void lock?.release();
    };
  }, []);
}
