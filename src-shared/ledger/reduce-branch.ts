import { hubEntries, pcEntries } from './branch-entries.ts';
import { type Entry, inOrder } from './entry.ts';
import { isOneOf, knownEntry, type PayloadOf } from './entry-types.ts';

export type Hub = PayloadOf<'hub.appointed'> & { readonly appointedAt: string };

/** The branch's hub as its stream sees it: the latest epoch, and of that the first by order. */
export function foldHub(entries: readonly Entry[]): Hub | undefined {
  return inOrder(entries)
    .flatMap((entry) => knownEntry(entry) ?? [])
    .filter((item) => isOneOf(item, hubEntries))
    .reduce<Hub | undefined>(
      (hub, { payload, entry }) =>
        payload.epoch > (hub?.epoch ?? 0) ? { ...payload, appointedAt: entry.at } : hub,
      undefined,
    );
}

export type TrustedPc = PayloadOf<'pc.trusted'> & {
  readonly fingerprint: string;
  readonly trustedAt: string;
  readonly withdrawnAt: string | null;
};

/** One PC as its stream sees it; one that joins again after it was withdrawn is trusted again. */
export function foldPc(entries: readonly Entry[]): TrustedPc | undefined {
  const known = inOrder(entries)
    .flatMap((entry) => knownEntry(entry) ?? [])
    .filter((item) => isOneOf(item, pcEntries));
  const trust = known.findLast((item) => item.type === 'pc.trusted');
  if (trust === undefined) return undefined;
  const withdrawal = known.slice(known.indexOf(trust)).find((item) => item.type === 'pc.withdrawn');
  return {
    ...trust.payload,
    fingerprint: trust.entry.stream.id,
    trustedAt: trust.entry.at,
    withdrawnAt: withdrawal?.entry.at ?? null,
  };
}
