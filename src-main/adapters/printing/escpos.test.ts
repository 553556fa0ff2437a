import { expect, test } from 'vitest';
import type { PrintLine } from '../../../src-shared/contract/print.ts';
import { printEscPos } from '../../testing/print/escpos-paper.ts';
import { findInstallation } from '../installation.ts';
import { encodeEscPos } from './escpos.ts';
import { createDrawLine } from './raster/draw-line.ts';

function text(value: string, more: Partial<Extract<PrintLine, { kind: 'text' }>> = {}): PrintLine {
  return { kind: 'text', text: value, size: 'normal', align: 'left', bold: false, ...more };
}

const draw = createDrawLine(findInstallation().fontsDir);
const look = { lettering: 'PC857', headDots: 512, cut: 'partial', buzzer: 'none' } as const;
const encode = async (
  lines: readonly PrintLine[],
  changes: Partial<Parameters<typeof encodeEscPos>[1]> = {},
) => [...(await encodeEscPos({ kind: 'lines', lines }, { ...look, ...changes }, draw))];

async function body(lines: readonly PrintLine[], lettering: 'PC857' | 'WPC1254' = 'PC857') {
  return (await encode(lines, { lettering })).slice(10, -7);
}

const ascii = (value: string) => Array.from(value, (char) => char.charCodeAt(0));

test('a document starts from a known state, chooses the Turkish code page and ends with a cut', async () => {
  const start = [0x1b, 0x40, 0x1c, 0x2e, 0x1b, 0x52, 0, 0x1b, 0x74];
  const end = [0x1b, 0x61, 0, 0x1d, 0x56, 66, 0];
  expect(await encode([])).toEqual([...start, 13, ...end]);
  expect(await encode([], { lettering: 'WPC1254' })).toEqual([...start, 48, ...end]);
});

test('a line carries its alignment, font, weight and size before its text', async () => {
  expect(await body([text('A101', { size: 'huge', align: 'center', bold: true })])).toEqual([
    ...[0x1b, 0x61, 1, 0x1b, 0x4d, 0, 0x1b, 0x45, 1, 0x1d, 0x21, 0x33],
    ...ascii('A101'),
    0x0a,
  ]);
});

test('Turkish text is written in the chosen code page', async () => {
  expect((await body([text('İş')])).slice(12)).toEqual([0x98, 0x9f, 0x0a]);
  expect((await body([text('İş')], 'WPC1254')).slice(12)).toEqual([0xdd, 0xfe, 0x0a]);
});

test('a long text is broken between words and a long word is cut, never lost', async () => {
  const printed = (await body([text(`${'a'.repeat(40)} bcd efg`)])).slice(12);
  expect(String.fromCharCode(...printed)).toBe(`${'a'.repeat(40)}\nbcd efg\n`);
  const word = (await body([text('x'.repeat(50))])).slice(12);
  expect(String.fromCharCode(...word)).toBe(`${'x'.repeat(42)}\n${'x'.repeat(8)}\n`);
});

test('a bar code is Code 128 in code set B with its text below', async () => {
  expect(await body([{ kind: 'barcode', value: '26-2026-0100001' }])).toEqual([
    ...[0x1b, 0x61, 1, 0x1d, 0x48, 2, 0x1d, 0x68, 80, 0x1d, 0x77, 2],
    ...[0x1d, 0x6b, 73, 17, ...ascii('{B26-2026-0100001')],
    0x0a,
  ]);
});

test('a brace in a bar code is doubled, because alone it would be a command', async () => {
  expect((await body([{ kind: 'barcode', value: 'A{C' }])).slice(-9)).toEqual([
    73,
    6,
    ...ascii('{BA{{C'),
    0x0a,
  ]);
});

test('what no bar code can hold is printed as text', async () => {
  for (const value of ['ŞUBE-1', 'X'.repeat(21)])
    expect(await body([{ kind: 'barcode', value }])).not.toContain(0x6b);
});

test('a QR code carries its data as UTF-8 with the length before it', async () => {
  const bytes = await body([{ kind: 'qr', value: `https://ornek.tr/${'ş'.repeat(200)}` }]);
  const length = 17 + 400 + 3;
  const at = bytes.findIndex((_, index) => bytes[index + 6] === 80 && bytes[index + 5] === 49);
  expect(bytes.slice(at, at + 8)).toEqual([0x1d, 0x28, 0x6b, length & 0xff, length >> 8, 49, 80, 48]);
  expect(bytes.slice(-9)).toEqual([0x1d, 0x28, 0x6b, 3, 0, 49, 81, 48, 0x0a]);
});

test('the paper is cut, cut to a hinge or fed out to be torn off, and the buzzer sounds after it', async () => {
  const end = async (changes: Parameters<typeof encode>[1]) => (await encode([], changes)).slice(13);
  expect(await end({ cut: 'full' })).toEqual([0x1d, 0x56, 65, 0]);
  expect(await end({ cut: 'none' })).toEqual([0x1b, 0x64, 5]);
  expect(await end({ cut: 'full', buzzer: 'beep' })).toEqual([0x1d, 0x56, 65, 0, 0x1b, 0x42, 2, 2]);
  expect(await end({ cut: 'full', buzzer: 'pulse' })).toEqual([0x1d, 0x56, 65, 0, 0x1b, 0x70, 0, 50, 250]);
});

test('on 58 mm a line holds 32 letters, on 80 mm 48', async () => {
  for (const [headDots, columns] of [
    [384, 32],
    [576, 48],
  ] as const) {
    const printed = (await encode([text('x'.repeat(60))], { headDots })).slice(22, -7);
    expect(printed.indexOf(0x0a)).toBe(columns);
  }
});

test('the sign of the lira is drawn, and the lines beside it stay letters', async () => {
  const bytes = Buffer.from(await encode([text('Tutar'), text('1.250,50 ₺'), text('Tarih')]));
  const { paper, texts } = await printEscPos(bytes, 512);
  expect(texts.map(String)).toEqual(['Tutar', 'Tarih']);
  expect(bytes.includes(Buffer.from([0x1d, 0x76, 0x30, 0, 64, 0]))).toBe(true);
  // Below the first line's 30 dots stand the 33 of the drawn one.
  const inked = (from: number, to: number) => paper.dots.slice(from * 512, to * 512).some((dot) => dot === 1);
  expect([inked(0, 30), inked(30, 63), inked(63, paper.height)]).toEqual([false, true, false]);
});

test('as pictures nothing is left to the printer’s own letters and codes', async () => {
  const lines: readonly PrintLine[] = [
    text('ğüşıöç'),
    { kind: 'rule' },
    { kind: 'barcode', value: 'A101' },
    { kind: 'qr', value: 'A101' },
  ];
  const bytes = Buffer.from(await encode(lines, { lettering: 'raster' }));
  expect((await printEscPos(bytes, 512)).texts).toEqual([]);
  for (const command of [
    [0x1b, 0x74],
    [0x1d, 0x6b],
    [0x1d, 0x28, 0x6b],
  ])
    expect(bytes.includes(Buffer.from(command))).toBe(false);
});

test('samples of each way of writing stand on one slip, each in its own code page', async () => {
  const samples = (['PC857', 'WPC1254', 'raster'] as const).map((lettering) => ({
    lettering,
    lines: [text('ş')],
  }));
  const bytes = Buffer.from(await encodeEscPos({ kind: 'letterings', samples }, look, draw));
  const { texts } = await printEscPos(bytes, 512);
  expect(texts.map((written) => [...written])).toEqual([[0x9f], [0xfe]]);
  expect([
    bytes.includes(Buffer.from([0x1b, 0x74, 13])),
    bytes.includes(Buffer.from([0x1b, 0x74, 48])),
  ]).toEqual([true, true]);
});
