import { maxUnknownPerAddress, nextStrangerMs, strangersAtOnce } from './limits.ts';

export type Admission = {
  /** Undefined where this address has to wait. */
  readonly enter: (address: string) => Visit | undefined;
};

export type Visit = {
  /** It has shown a trusted key. */
  readonly passed: () => void;
  /** It is gone. Whoever had not passed by then was a stranger. */
  readonly left: () => void;
};

type Seen = { unknown: number; strangers: number; countedAt: number };

const maxAddresses = 1_000;

/**
 * Turns strangers away before the handshake, which costs more than asking for it: each address has so many of
 * them at once and gets one back from time to time. Trusted PCs use up nothing.
 * @param now milliseconds of a clock that never goes back
 */
export function createAdmission(now: () => number): Admission {
  const addresses = new Map<string, Seen>();

  function look(address: string): Seen | undefined {
    const seen = addresses.get(address);
    if (seen !== undefined) {
      forgive(seen, now());
      return seen;
    }
    if (addresses.size >= maxAddresses) dropIdle(addresses, now());
    if (addresses.size >= maxAddresses) return undefined;
    const first = { unknown: 0, strangers: 0, countedAt: now() };
    addresses.set(address, first);
    return first;
  }

  return {
    enter: (address) => {
      const seen = look(address);
      if (seen === undefined) return undefined;
      if (seen.strangers >= strangersAtOnce || seen.unknown >= maxUnknownPerAddress) return undefined;
      seen.unknown += 1;
      let isUnknown = true;
      return {
        passed: () => {
          if (isUnknown) seen.unknown -= 1;
          isUnknown = false;
        },
        left: () => {
          if (!isUnknown) return;
          isUnknown = false;
          seen.unknown -= 1;
          forgive(seen, now());
          seen.strangers = Math.min(seen.strangers + 1, strangersAtOnce);
        },
      };
    },
  };
}

function forgive(seen: Seen, now: number): void {
  const forgiven = Math.floor((now - seen.countedAt) / nextStrangerMs);
  seen.strangers = Math.max(0, seen.strangers - forgiven);
  seen.countedAt = seen.strangers === 0 ? now : seen.countedAt + forgiven * nextStrangerMs;
}

function dropIdle(addresses: Map<string, Seen>, now: number): void {
  for (const [address, seen] of addresses) {
    forgive(seen, now);
    if (seen.unknown === 0 && seen.strangers === 0) addresses.delete(address);
  }
}
