import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { OutputOf } from '../../../../src-shared/contract/index.ts';
import { FormFailure } from '../../../components/form-failure.tsx';
import { notifyDone, notifyNothing } from '../../../components/notify.ts';
import { useText } from '../../../i18n/use-text.ts';
import { useCommand } from '../../../lib/use-method.ts';
import { useNow } from '../../../lib/use-now.ts';
import { pcsText } from './text.ts';

export type ShownCode = OutputOf<'branch.showCode'> & {
  /** Null where only the hub counts them. */
  readonly triesLeft: number | null;
};

export type Pairing = {
  /** Null while no code is good. */
  readonly code: ShownCode | null;
  readonly show: () => void;
  readonly hide: () => void;
  readonly isRunning: boolean;
  readonly failure: ReactNode;
};

/**
 * Shows and hides the code, and says what became of one that went by itself: a PC came, or it ran out. The hub's own
 * state tells its code; on a joined PC it is the one that the hub has answered with.
 */
export function usePairing({ connection, pcs, code, hosts, port }: OutputOf<'branch.state'>): Pairing {
  const text = useText(pcsText);
  const showCode = useCommand('branch.showCode');
  const hideCode = useCommand('branch.hideCode');
  const before = useRef<{ readonly code: string | null; readonly known: readonly string[] } | null>(null);
  const isHidden = useRef(false);

  const [asked, setAsked] = useState<OutputOf<'branch.showCode'> | null>(null);
  const now = useNow();
  const isAsked = connection.role === 'joined' && asked !== null && now < Date.parse(asked.expiresAt);
  const answered = isAsked ? { ...asked, triesLeft: null } : null;
  const current = code === null ? answered : { ...code, hosts, port };

  const trusted = pcs.filter(({ withdrawnAt }) => withdrawnAt === null);
  const shown = current?.code ?? null;
  useEffect(() => {
    const known = trusted.map(({ fingerprint }) => fingerprint);
    const was = before.current;
    before.current = { code: shown, known };
    if (was === null) return;
    const joined = trusted.find(({ fingerprint, isSelf }) => !isSelf && !was.known.includes(fingerprint));
    if (joined !== undefined) {
      setAsked(null);
      notifyDone(text.pcAdded(joined.name));
    } else if (was.code !== null && shown === null && !isHidden.current) notifyNothing(text.codeOver);
  }, [trusted, shown, text]);

  async function show(): Promise<void> {
    isHidden.current = false;
    const result = await showCode.run({});
    if (result.ok) setAsked(result.value);
  }

  return {
    code: current,
    show: () => void show(),
    hide: () => {
      isHidden.current = true;
      setAsked(null);
      void hideCode.run({});
    },
    isRunning: showCode.isRunning,
    failure: <FormFailure failure={showCode.failure ?? hideCode.failure} />,
  };
}
