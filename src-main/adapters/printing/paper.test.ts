import { describe, expect, test } from 'vitest';
import type { PrintLine } from '../../../src-shared/contract/print.ts';
import { headWidths, type LabelPrinter } from '../../../src-shared/contract/printers.ts';
import { printEscPos } from '../../testing/print/escpos-paper.ts';
import { hasScanner, scan } from '../../testing/print/scan.ts';
import { printZpl } from '../../testing/print/zpl-paper.ts';
import { findInstallation } from '../installation.ts';
import { encodeEscPos } from './escpos.ts';
import { createDrawLine } from './raster/draw-line.ts';
import { encodeZpl } from './zpl.ts';

const draw = createDrawLine(findInstallation().fontsDir);
const line = { kind: 'text', align: 'center', bold: true } as const;
const trackingCode = 'K7QX2M9ABCDE';
const followUrl = 'http://192.168.1.20:41711/sira#anahtar=Jq3x0V9kQm2R7sT5uW8yZA';
const slip: readonly PrintLine[] = [
  { ...line, text: 'A105', size: 'huge' },
  { ...line, text: 'ğüşıöç ĞÜŞİÖÇ', size: 'normal' },
  { kind: 'rule' },
  { kind: 'barcode', value: trackingCode },
  { kind: 'qr', value: followUrl },
];
const codes = [`CODE-128:${trackingCode}`, `QR-Code:${followUrl}`];
const label: LabelPrinter = {
  connection: { kind: 'network', host: 'etiket', port: 9100 },
  ...{ dpi: 203, widthMm: 100, heightMm: 50 },
};

if (hasScanner()) describe('a reader of barcodes that is not ours', readByOthers);
else process.stderr.write('No barcode is read back: zbar-tools is not installed.\n');

function readByOthers(): void {
  for (const headDots of headWidths)
    for (const lettering of ['PC857', 'raster'] as const)
      test(`reads both codes of a slip, ${lettering} on ${headDots} dots`, async () => {
        const look = { lettering, headDots, cut: 'full', buzzer: 'beep' } as const;
        const { paper, isCut } = await printEscPos(
          await encodeEscPos({ kind: 'lines', lines: slip }, look, draw),
          headDots,
        );
        expect({ codes: scan(paper), isCut, width: paper.width }).toEqual({
          codes,
          isCut: true,
          width: headDots,
        });
      });

  for (const dpi of [203, 300] as const)
    test(`reads both codes of a label at ${dpi} dpi`, async () => {
      const { paper } = await printZpl(encodeZpl(slip, { ...label, dpi }));
      expect(scan(paper)).toEqual(codes);
    });

  test('reads the bar code of the smallest label that is allowed', async () => {
    const { paper } = await printZpl(
      encodeZpl([{ kind: 'barcode', value: trackingCode }], { ...label, widthMm: 57, heightMm: 25 }),
    );
    expect(scan(paper)).toEqual([`CODE-128:${trackingCode}`]);
  });
}

test('a label holds its texts in their order, in UTF-8, with what would be a command written as bytes', async () => {
  const bytes = encodeZpl(
    [
      { ...line, text: 'ŞİKÂYET ₺ çğıöşü', size: 'large' },
      { ...line, text: '^XA~JA_5E', size: 'small' },
    ],
    label,
  );
  expect(new TextDecoder().decode(bytes)).toContain('^CI28');
  expect(new TextDecoder().decode(bytes)).toContain('_5EXA_7EJA_5F5E');
  const { texts } = await printZpl(bytes);
  expect(texts.map(({ text }) => text)).toEqual(['ŞİKÂYET ₺ çğıöşü', '^XA~JA_5E']);
});

test('what is too much for a label becomes smaller until it fits, and nothing of it is left out', async () => {
  const words = Array.from({ length: 9 }, (_, index) => `Satır ${index + 1}`);
  const lines = words.map((text): PrintLine => ({ ...line, text, size: 'large' }));
  const { texts } = await printZpl(encodeZpl(lines, label));
  expect(texts.map(({ text }) => text)).toEqual(words);
  expect(new Set(texts.map(({ height }) => height))).toEqual(new Set([34]));
});

test('a bar code that the label is too narrow for is printed as text', async () => {
  const { texts } = await printZpl(
    encodeZpl([{ kind: 'barcode', value: 'X'.repeat(30) }], { ...label, widthMm: 40 }),
  );
  expect(texts.map(({ text }) => text).join('')).toBe('X'.repeat(30));
});
