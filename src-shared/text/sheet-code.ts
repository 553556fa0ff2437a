import { formatTrackingCode, makeTrackingCode, parseTrackingCode } from './tracking-code.ts';

/**
 * The barcode of a page that is to be signed by hand: it names the consent that the page will be. Two letters set it
 * apart from the tracking code of an application, whose alphabet and check character it has.
 */
const prefix = 'RZ';

/** @param random as `makeTrackingCode` wants it */
export function makeSheetCode(random: Uint8Array): string {
  return `${prefix}${makeTrackingCode(random)}`;
}

/** As people and scanners give it; undefined where it is none. */
export function parseSheetCode(input: string): string | undefined {
  const compact = input.normalize('NFC').trim();
  if (!/^rz/i.test(compact)) return undefined;
  const rest = parseTrackingCode(compact.slice(prefix.length));
  return rest === undefined ? undefined : `${prefix}${rest}`;
}

/** 'RZK7M49QX2ABCD' → 'RZ-K7M4-9QX2-ABCD' */
export function formatSheetCode(code: string): string {
  return `${prefix}-${formatTrackingCode(code.slice(prefix.length))}`;
}
