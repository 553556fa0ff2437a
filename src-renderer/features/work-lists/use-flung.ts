import { type RefObject, useEffect, useState } from 'react';
import { atRest, moved } from '../../lib/fling.ts';

/** A wheel or a finger that still moves the list tells so more often. */
const restMillis = 100;

/** Whether a list is moved faster than anybody reads: then drawing its rows only makes the hand wait. */
export function useFlung(scroller: RefObject<HTMLElement | null>): boolean {
  const [isFlung, setFlung] = useState(false);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let motion = atRest;
    let rest: ReturnType<typeof setTimeout> | undefined;
    const onScroll = (): void => {
      motion = moved(motion, element.scrollTop, performance.now());
      setFlung(motion.isFlung);
      clearTimeout(rest);
      rest = setTimeout(() => setFlung(false), restMillis);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      element.removeEventListener('scroll', onScroll);
      clearTimeout(rest);
    };
  }, [scroller]);
  return isFlung;
}
