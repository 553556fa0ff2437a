import { codeMinutes, codeTries } from '../../../src-shared/contract/branch.ts';
import { makePairingCode, pairingRandomBytes } from '../../../src-shared/text/pairing-code.ts';
import type { Fingerprint, LanSelf, PairedWith } from '../lan-port.ts';
import type { Clock, Ids } from '../ports.ts';

export type ShownCode = { readonly code: string; readonly expiresAt: number; readonly triesLeft: number };

/** The code that the hub shows: good for one PC, for so many minutes, and for so many wrong tries. */
export type PairingDesk = {
  readonly show: () => ShownCode;
  readonly hide: () => void;
  readonly shown: () => ShownCode | null;
  readonly onWrongCode: () => void;
  readonly onPaired: (pc: PairedWith) => void;
  /** Has proven the code and may now ask to join. */
  readonly mayJoin: (fingerprint: Fingerprint) => boolean;
  readonly selfOf: (fingerprint: Fingerprint) => LanSelf | undefined;
  readonly joined: (fingerprint: Fingerprint) => void;
};

export function createPairingDesk(clock: Clock, ids: Ids, onChanged: () => void): PairingDesk {
  let current: ShownCode | null = null;
  let cancelTimer = () => {};
  const proven = new Map<Fingerprint, LanSelf>();

  function change(next: ShownCode | null): void {
    current = next;
    onChanged();
  }

  function shown(): ShownCode | null {
    return current !== null && clock.now() < current.expiresAt ? current : null;
  }

  return {
    show: () => {
      cancelTimer();
      const code = makePairingCode(ids.randomBytes(pairingRandomBytes));
      const shownCode = { code, expiresAt: clock.now() + codeMinutes * 60_000, triesLeft: codeTries };
      cancelTimer = clock.after(codeMinutes * 60_000, () => change(null));
      change(shownCode);
      return shownCode;
    },
    hide: () => {
      cancelTimer();
      change(null);
    },
    shown,
    onWrongCode: () => {
      if (current === null) return;
      const triesLeft = current.triesLeft - 1;
      change(triesLeft === 0 ? null : { ...current, triesLeft });
    },
    onPaired: ({ fingerprint, self }) => {
      proven.set(fingerprint, self);
      cancelTimer();
      change(null);
    },
    mayJoin: (fingerprint) => proven.has(fingerprint),
    selfOf: (fingerprint) => proven.get(fingerprint),
    joined: (fingerprint) => proven.delete(fingerprint),
  };
}
