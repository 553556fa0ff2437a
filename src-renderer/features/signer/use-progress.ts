import { useCallback, useEffect, useRef } from 'react';
import { newCommandId } from '../../lib/screen/new-command-id.ts';
import type { SignerCall } from './signer-calls.ts';

const tellEveryMs = 700;

/** Tells the clerk's screen how far the reading is; what gets lost is told with the next step. */
export function useProgress(call: SignerCall, signingId: string, actId: string): (share: number) => void {
  const latest = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback(
    (readShare: number) => {
      latest.current = readShare;
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        void call('signing.progress', { signingId, actId, readShare: latest.current }, newCommandId());
      }, tellEveryMs);
    },
    [call, signingId, actId],
  );
}
