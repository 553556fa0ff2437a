import type { Random } from './random.ts';

/** A UUID in the layout of version 7 (RFC 9562), its random part from the seed. */
export function sampleUuid(random: Random, at: number): string {
  const time = at.toString(16).padStart(12, '0');
  const tail = random.hex(3);
  const variant = (8 + (Number.parseInt(tail.charAt(3), 16) & 3)).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${tail.slice(0, 3)}-${variant}${tail.slice(4, 7)}-${tail.slice(7, 19)}`;
}
