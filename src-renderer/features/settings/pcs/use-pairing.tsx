import { type ReactNode, useEffect, useRef } from 'react';
import type { OutputOf } from '../../../../src-shared/contract/index.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { notifyDone, notifyNothing } from '../../../components/notify.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useCommand } from '../../../lib/use-method.ts';
import { pcsText } from './text.ts';

export type Pairing = {
  readonly show: () => void;
  readonly hide: () => void;
  readonly isRunning: boolean;
  readonly failure: ReactNode;
};

/** Shows and hides the code, and says what became of one that went by itself: a PC came, or it ran out. */
export function usePairing({ pcs, code }: OutputOf<'branch.state'>): Pairing {
  const text = useText(pcsText);
  const showCode = useCommand('branch.showCode');
  const hideCode = useCommand('branch.hideCode');
  const before = useRef<{ readonly code: string | null; readonly known: readonly string[] } | null>(null);
  const isHidden = useRef(false);

  const trusted = pcs.filter(({ withdrawnAt }) => withdrawnAt === null);
  const shown = code?.code ?? null;
  useEffect(() => {
    const known = trusted.map(({ fingerprint }) => fingerprint);
    const was = before.current;
    before.current = { code: shown, known };
    if (was === null) return;
    const joined = trusted.find(({ fingerprint, isSelf }) => !isSelf && !was.known.includes(fingerprint));
    if (joined !== undefined) notifyDone(text.pcAdded(joined.name));
    else if (was.code !== null && shown === null && !isHidden.current) notifyNothing(text.codeOver);
  }, [trusted, shown, text]);

  return {
    show: () => {
      isHidden.current = false;
      void showCode.run({});
    },
    hide: () => {
      isHidden.current = true;
      void hideCode.run({});
    },
    isRunning: showCode.isRunning,
    failure: <FormFailure failure={showCode.failure ?? hideCode.failure} />,
  };
}
