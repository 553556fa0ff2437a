import { expect, test } from 'vitest';
import type { PrintLine } from '../../../src-shared/contract/print.ts';
import { encodeEscPos } from './escpos.ts';

function text(value: string, more: Partial<Extract<PrintLine, { kind: 'text' }>> = {}): PrintLine {
  return { kind: 'text', text: value, size: 'normal', align: 'left', bold: false, ...more };
}

function body(lines: readonly PrintLine[], codePage: 'PC857' | 'WPC1254' = 'PC857'): number[] {
  return [...encodeEscPos(lines, codePage)].slice(10, -7);
}

const ascii = (value: string) => Array.from(value, (char) => char.charCodeAt(0));

test('a document starts from a known state, chooses the Turkish code page and ends with a cut', () => {
  const start = [0x1b, 0x40, 0x1c, 0x2e, 0x1b, 0x52, 0, 0x1b, 0x74];
  const end = [0x1b, 0x61, 0, 0x1d, 0x56, 66, 0];
  expect([...encodeEscPos([], 'PC857')]).toEqual([...start, 13, ...end]);
  expect([...encodeEscPos([], 'WPC1254')]).toEqual([...start, 48, ...end]);
});

test('a line carries its alignment, font, weight and size before its text', () => {
  expect(body([text('A101', { size: 'huge', align: 'center', bold: true })])).toEqual([
    ...[0x1b, 0x61, 1, 0x1b, 0x4d, 0, 0x1b, 0x45, 1, 0x1d, 0x21, 0x33],
    ...ascii('A101'),
    0x0a,
  ]);
});

test('Turkish text is written in the chosen code page', () => {
  expect(body([text('İş')]).slice(12)).toEqual([0x98, 0x9f, 0x0a]);
  expect(body([text('İş')], 'WPC1254').slice(12)).toEqual([0xdd, 0xfe, 0x0a]);
});

test('a long text is broken between words and a long word is cut, never lost', () => {
  const printed = body([text(`${'a'.repeat(40)} bcd efg`)]).slice(12);
  expect(String.fromCharCode(...printed)).toBe(`${'a'.repeat(40)}\nbcd efg\n`);
  const word = body([text('x'.repeat(50))]).slice(12);
  expect(String.fromCharCode(...word)).toBe(`${'x'.repeat(42)}\n${'x'.repeat(8)}\n`);
});

test('a bar code is Code 128 in code set B with its text below', () => {
  expect(body([{ kind: 'barcode', value: '26-2026-0100001' }])).toEqual([
    ...[0x1b, 0x61, 1, 0x1d, 0x48, 2, 0x1d, 0x68, 80, 0x1d, 0x77, 2],
    ...[0x1d, 0x6b, 73, 17, ...ascii('{B26-2026-0100001')],
    0x0a,
  ]);
});

test('a brace in a bar code is doubled, because alone it would be a command', () => {
  expect(body([{ kind: 'barcode', value: 'A{C' }]).slice(-9)).toEqual([73, 6, ...ascii('{BA{{C'), 0x0a]);
});

test('what no bar code can hold is printed as text', () => {
  for (const value of ['ŞUBE-1', 'X'.repeat(21)])
    expect(body([{ kind: 'barcode', value }])).not.toContain(0x6b);
});

test('a QR code carries its data as UTF-8 with the length before it', () => {
  const bytes = body([{ kind: 'qr', value: `https://ornek.tr/${'ş'.repeat(200)}` }]);
  const length = 17 + 400 + 3;
  const at = bytes.findIndex((_, index) => bytes[index + 6] === 80 && bytes[index + 5] === 49);
  expect(bytes.slice(at, at + 8)).toEqual([0x1d, 0x28, 0x6b, length & 0xff, length >> 8, 49, 80, 48]);
  expect(bytes.slice(-9)).toEqual([0x1d, 0x28, 0x6b, 3, 0, 49, 81, 48, 0x0a]);
});
