import type { Bonjour } from 'bonjour-service';
import { canonicalJson } from '../../../src-shared/ledger/canonical-json.ts';
import type { Fingerprint, FoundHub, Lan, LanSelf } from '../../core/lan-port.ts';
import type { Logger } from '../../core/ports.ts';
import { openMdns } from './mdns.ts';
import { pause } from './pause.ts';
import { readHub, textOf } from './service-record.ts';

const serviceType = 'banko';
const maxFound = 100;
/** A question or an answer may get lost. */
const askEveryMs = 500;

export type Discovery = Pick<Lan, 'advertise' | 'find'>;

/**
 * Hubs by mDNS. Where that is not to be had (no multicast, the port taken), nothing is found and nobody hears.
 * @param interfaceAddress the one to use; all of them where it is left out
 */
export function createDiscovery(
  own: () => Promise<Fingerprint>,
  log: Logger,
  interfaceAddress?: string,
): Discovery {
  async function open(): Promise<Bonjour | undefined> {
    try {
      return await openMdns(interfaceAddress);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      log.warn('lan.no_mdns', { code });
      return undefined;
    }
  }

  return {
    advertise: async (self, port) => {
      const key = await own();
      const mdns = await open();
      if (mdns === undefined) return async () => undefined;
      const service = mdns.publish({ ...nameOf(self, key), port, txt: textOf(self, key), probe: false });
      return async () => {
        await new Promise<void>((done) => service.stop(done));
        await new Promise<void>((done) => mdns.destroy(done));
      };
    },
    find: async (forMs) => {
      const key = await own();
      const mdns = await open();
      if (mdns === undefined) return [];
      // By all that it says: a hub and somebody who gives out the same key are two.
      const found = new Map<string, FoundHub>();
      const browser = mdns.find({ type: serviceType }, (service) => {
        const hub = readHub(service);
        if (hub !== undefined && hub.fingerprint !== key && found.size < maxFound)
          found.set(canonicalJson(hub), hub);
      });
      const again = setInterval(() => browser.update(), askEveryMs);
      await pause(forMs, new AbortController().signal);
      clearInterval(again);
      await new Promise<void>((done) => mdns.destroy(done));
      return [...found.values()];
    },
  };
}

/** By the key and not by the PC's name: unique, so nobody has to be asked, and it tells nothing of who works there. */
function nameOf(self: LanSelf, key: Fingerprint) {
  const name = `banko-${self.branchCode}-${self.workstationNo}-${key.slice(0, 16)}`;
  return { type: serviceType, name, host: `${name}.local` };
}
