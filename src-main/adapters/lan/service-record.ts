import { z } from 'zod';
import type { Fingerprint, FoundHub, LanSelf } from '../../core/lan-port.ts';
import { protocolVersion } from './wire.ts';

/** A TXT string has 255 bytes, `name=` included. */
const longestName = 200;

/** What a hub says of itself by mDNS. Anybody on the LAN may say anything, so it is read with care. */
const recordSchema = z.object({
  port: z.int().min(1).max(65_535),
  referer: z.object({ address: z.string().min(1).max(60) }),
  txt: z.object({
    v: z.literal(String(protocolVersion)),
    branch: z.string().regex(/^\w{1,20}$/),
    no: z.string().regex(/^\d{1,4}$/),
    name: z.string().max(longestName),
    key: z.string().regex(/^[0-9a-f]{64}$/),
  }),
});

export function textOf(self: LanSelf, key: Fingerprint): Record<string, string> {
  return {
    v: String(protocolVersion),
    branch: self.branchCode,
    no: String(self.workstationNo),
    name: shorten(self.name),
    key,
  };
}

/** Undefined for what is no hub of this protocol. */
export function readHub(service: unknown): FoundHub | undefined {
  const { data } = recordSchema.safeParse(service);
  if (data === undefined) return undefined;
  const { port, referer, txt } = data;
  return {
    self: { branchCode: txt.branch, workstationNo: Number(txt.no), name: txt.name },
    // Where it was heard from: of the addresses that it lists, that one is sure to be on this network.
    address: { host: referer.address, port },
    fingerprint: txt.key,
  };
}

/** Whole characters, as many as have room. */
function shorten(name: string): string {
  let short = '';
  for (const character of name) {
    if (Buffer.byteLength(short + character) > longestName) break;
    short += character;
  }
  return short;
}
