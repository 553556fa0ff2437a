import { randomBytes } from 'node:crypto';
import type { Ids } from '../core/ports.ts';

/**
 * UUIDv7 (RFC 9562, 5.7) with the counter of method 1 in rand_a: ids of one process sort in the order of
 * their making, within a millisecond and also when the wall clock is set back.
 */
export function createIds(now: () => number = Date.now): Ids {
  let lastMillis = -1;
  let counter = 0;
  return { uuid, randomBytes: (length) => new Uint8Array(randomBytes(length)) };

  function uuid(): string {
    const bytes = randomBytes(16);
    const millis = now();
    if (millis > lastMillis) {
      lastMillis = millis;
      // Starts in the lower half, so that 2,048 ids fit before the time has to be borrowed from.
      counter = bytes.readUInt16BE(6) & 0x7ff;
    } else if (++counter > 0xfff) {
      lastMillis += 1;
      counter = 0;
    }
    bytes.writeUIntBE(lastMillis, 0, 6);
    bytes.writeUInt16BE(0x7000 | counter, 6);
    bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
    const hex = bytes.toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }
}
