import { useEffect, useRef } from 'react';
import { doublePressMs } from '../../lib/intent.ts';

/**
 * Goes back by itself for the next visitor. What it gives goes back at once, unless it comes so soon after the page
 * appeared that it can only be the second half of a double tap on the page before.
 */
export function useReturn(afterSeconds: number, goBack: () => void): () => void {
  const shownAt = useRef(0);
  useEffect(() => {
    shownAt.current = performance.now();
    const timer = setTimeout(goBack, afterSeconds * 1_000);
    return () => clearTimeout(timer);
  }, [afterSeconds, goBack]);
  return () => {
    if (performance.now() - shownAt.current > 2 * doublePressMs) goBack();
  };
}
