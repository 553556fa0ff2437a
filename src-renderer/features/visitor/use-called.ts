import { useEffect, useRef } from 'react';
import type { VisitorPlace } from '../../../src-shared/contract/visitor.ts';

/** Runs once for each call of the number, and for each repeated one. */
export function useCalled({ state, calledAt, recalls }: VisitorPlace, onCalled: () => void): void {
  const call = state === 'called' ? `${calledAt}/${recalls}` : null;
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (call !== null && call !== told.current) onCalled();
    if (call !== null) told.current = call;
  }, [call, onCalled]);
}
