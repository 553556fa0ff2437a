import { expect, it } from 'vitest';
import { makeTrackingCode } from '../../src-shared/text/tracking-code.ts';
import { scannedCode } from './scanned-code.ts';

const trackingCode = makeTrackingCode(new Uint8Array(32).fill(7));

it('takes what our own papers carry, as a scanner on a Turkish keyboard types it', () => {
  const dashed = trackingCode.replace(/^(.{4})(.{4})(.{4})$/, '$1*$2*$3');
  expect([trackingCode, trackingCode.toLowerCase(), dashed].map(scannedCode)).toEqual([
    trackingCode,
    trackingCode,
    trackingCode,
  ]);
  expect(scannedCode('26-2026-0100001')).toBe('26-2026-0100001');
});

it('leaves other codes in the field that they were scanned into', () => {
  const others = ['10000000146', '8690000000000', 'Elektrik kesintisi', '0532 123 45 67', ''];
  expect(others.map(scannedCode)).toEqual(others.map(() => undefined));
});
