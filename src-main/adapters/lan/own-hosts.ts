import { networkInterfaces } from 'node:os';

/** Where others on the LAN can reach this PC: IPv4 before IPv6, without what is this machine's own. */
export function ownHosts(): readonly string[] {
  const own = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, address }) => !internal && !address.startsWith('fe80:'));
  return own.toSorted((a, b) => a.family.localeCompare(b.family)).map(({ address }) => address);
}
