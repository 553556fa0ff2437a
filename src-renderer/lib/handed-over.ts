import { create } from 'zustand';

const key = 'banko.handedOver';

/** The signing for which this window was turned to the consumer; outlives a reload, since the lock does too. */
export const useHandedOver = create<{ readonly signingId: string | null }>(() => ({
  signingId: sessionStorage.getItem(key),
}));

export function handOverFor(signingId: string): void {
  sessionStorage.setItem(key, signingId);
  useHandedOver.setState({ signingId });
}
