import { isIPv4 } from 'node:net';
import type { FoundPrinters } from '../../../src-shared/contract/printers.ts';
import { openMdns } from '../lan/mdns.ts';
import { pause } from '../lan/pause.ts';

type Found = FoundPrinters['network'][number];

const rawType = 'pdl-datastream';
const ippType = 'ipp';
const rawPort = 9100;
const maxFound = 50;
const askEveryMs = 500;

/**
 * Printers that say on the LAN that they are there: those that take raw bytes, and those that speak IPP, which mostly
 * take raw bytes at 9100 too. Nothing where multicast is not to be had.
 */
export async function findOnLan(forMs: number, interfaceAddress?: string): Promise<readonly Found[]> {
  const mdns = await openMdns(interfaceAddress).catch(() => undefined);
  if (mdns === undefined) return [];
  const found = new Map<string, Found>();
  const browsers = [rawType, ippType].map((type) =>
    mdns.find({ type }, ({ name, addresses = [], port }) => {
      const host = addresses.find((address) => isIPv4(address));
      if (host === undefined || found.size >= maxFound) return;
      // What it says of its raw port is worth more than our guess.
      if (type === rawType) found.set(host, { name: name.slice(0, 100), host, port });
      else if (!found.has(host)) found.set(host, { name: name.slice(0, 100), host, port: rawPort });
    }),
  );
  const again = setInterval(() => {
    for (const browser of browsers) browser.update();
  }, askEveryMs);
  await pause(forMs, new AbortController().signal);
  clearInterval(again);
  await new Promise<void>((done) => mdns.destroy(done));
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'tr'));
}
