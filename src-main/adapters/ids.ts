import { randomBytes, randomUUID } from 'node:crypto';
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
    // Version 4, of which the variant and the 62 random bits behind it serve as they are.
    const random = randomUUID();
    const millis = now();
    if (millis > lastMillis) {
      lastMillis = millis;
      // Starts in the lower half, so that 2,048 ids fit before the time has to be borrowed from.
      counter = Number.parseInt(random.slice(0, 3), 16) & 0x7ff;
    } else if (++counter > 0xfff) {
      lastMillis += 1;
      counter = 0;
    }
    const time = lastMillis.toString(16).padStart(12, '0');
    const count = counter.toString(16).padStart(3, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${random.slice(19)}`;
  }
}
