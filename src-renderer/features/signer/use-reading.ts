import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

type Reading = {
  readonly scroller: RefObject<HTMLElement | null>;
  /** How much of the text has been on the screen so far, 0 to 1. */
  readonly share: number;
  readonly isAtEnd: boolean;
  readonly look: () => void;
  /** One screen further, as somebody does who has never scrolled by hand. */
  readonly goOn: () => void;
};

const nearEnd = 8;

/** Follows how far a text has been scrolled; a text that fits the screen has been seen as a whole. */
export function useReading(onShare: (share: number) => void): Reading {
  const scroller = useRef<HTMLElement>(null);
  const [share, setShare] = useState(0);
  const [isAtEnd, setAtEnd] = useState(true);

  const look = useCallback(() => {
    const element = scroller.current;
    if (element === null) return;
    const { scrollTop, clientHeight, scrollHeight } = element;
    const isDown = scrollTop + clientHeight >= scrollHeight - nearEnd;
    const seen = isDown ? 1 : Math.round((100 * (scrollTop + clientHeight)) / scrollHeight) / 100;
    setAtEnd(isDown);
    setShare((before) => Math.max(before, seen));
  }, []);

  // Another text size, a rotation and a text that comes later change how much of it is on the screen.
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(look);
    observer.observe(element);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [look]);

  useEffect(() => {
    if (share > 0) onShare(share);
  }, [share, onShare]);

  const goOn = () => {
    const element = scroller.current;
    element?.scrollBy({ top: element.clientHeight * 0.8, behavior: 'smooth' });
  };
  return { scroller, share, isAtEnd, look, goOn };
}
