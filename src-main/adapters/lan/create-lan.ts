import type { Lan } from '../../core/lan-port.ts';
import type { Logger } from '../../core/ports.ts';
import { keepConnected } from './connect.ts';
import { createDiscovery } from './discovery.ts';
import { type LanIdentity, ownIdentity } from './identity.ts';
import { startListening } from './listen.ts';
import { ownHosts } from './own-hosts.ts';
import { joinWith } from './pair-join.ts';

export type LanOptions = {
  /** Holds this PC's key; made where there is none. */
  readonly identityFile: string;
  readonly log: Logger;
};

export function createLan({ identityFile, log }: LanOptions): Lan {
  let known: LanIdentity | undefined;

  async function identity(): Promise<LanIdentity> {
    known ??= await ownIdentity(identityFile);
    return known;
  }

  async function fingerprint() {
    return (await identity()).fingerprint;
  }

  return {
    hosts: ownHosts,
    fingerprint,
    listen: async (serving) => startListening(await identity(), serving, log),
    connect: (connecting) => keepConnected(identity, connecting, log),
    pair: async (address, code, self) => joinWith(await identity(), address, code, self),
    ...createDiscovery(fingerprint, log),
  };
}
