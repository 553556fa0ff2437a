import type { PrintLine } from '../../../src-shared/contract/print.ts';
import type { SlipPrinter } from '../../../src-shared/contract/printers.ts';
import { assertNever } from '../../../src-shared/text/assert-never.ts';
import { type CodePage, encodeText, isWritable, printable } from './code-pages.ts';
import { packRows } from './raster/bitmap.ts';
import type { DrawLine } from './raster/draw-line.ts';
import { wrapText } from './wrap-text.ts';

type Text = Extract<PrintLine, { kind: 'text' }>;
type Look = Pick<SlipPrinter, 'lettering' | 'headDots'>;

const esc = 0x1b;
const gs = 0x1d;
const lineFeed = 0x0a;

/** Font, magnification of `GS !` and the dots that a character takes. */
const sizes: Readonly<Record<Text['size'], { font: number; scale: number; charDots: number }>> = {
  small: { font: 1, scale: 0x00, charDots: 9 },
  normal: { font: 0, scale: 0x00, charDots: 12 },
  large: { font: 0, scale: 0x11, charDots: 24 },
  huge: { font: 0, scale: 0x33, charDots: 48 },
};
/** Rows of a picture in one command: small printers hold no more in their memory. */
const rowsAtOnce = 128;

/** In the printer's own letters and codes where it has them, drawn where it does not. */
export async function encodeLine(line: PrintLine, look: Look, draw: DrawLine): Promise<number[]> {
  const { lettering, headDots } = look;
  if (lettering === 'raster') return encodePicture(line, headDots, draw);
  switch (line.kind) {
    case 'text':
      return isWritable(line.text, lettering)
        ? encodeParagraph(line, lettering, headDots)
        : encodePicture(line, headDots, draw);
    case 'rule':
      return encodeParagraph(plain('-'.repeat(Math.floor(headDots / 12)), 'left'), lettering, headDots);
    case 'barcode': {
      const module = moduleDots(line.value, headDots);
      return module === undefined
        ? encodeLine(plain(line.value, 'center'), look, draw)
        : encodeCode128(line.value, module);
    }
    case 'qr':
      return encodeQr(line.value);
    default:
      return assertNever(line);
  }
}

function plain(text: string, align: Text['align']): Text {
  return { kind: 'text', text, size: 'normal', align, bold: false };
}

function encodeParagraph(line: Text, codePage: CodePage, headDots: number): number[] {
  const { font, scale, charDots } = sizes[line.size];
  const columns = Math.floor(headDots / charDots);
  return [
    ...[esc, 0x61, line.align === 'center' ? 1 : 0],
    ...[esc, 0x4d, font],
    ...[esc, 0x45, line.bold ? 1 : 0],
    ...[gs, 0x21, scale],
    ...line.text
      .split(/\r?\n/)
      .flatMap((text) => wrapText(printable(text, codePage), (piece) => [...piece].length <= columns))
      .flatMap((row) => [...encodeText(row, codePage), lineFeed]),
  ];
}

/** `GS v 0`, which every thermal printer of the last twenty years has. */
async function encodePicture(line: PrintLine, headDots: number, draw: DrawLine): Promise<number[]> {
  const picture = await draw(line, headDots);
  const stride = Math.ceil(headDots / 8);
  const bytes = [esc, 0x61, 0];
  for (let top = 0; top < picture.height; top += rowsAtOnce) {
    const bottom = Math.min(picture.height, top + rowsAtOnce);
    bytes.push(...[gs, 0x76, 0x30, 0, stride, 0, bottom - top, 0], ...packRows(picture, top, bottom));
  }
  return bytes;
}

/**
 * Whole dots of a module: 0.375 mm where the paper has room for it and the quiet zones, else 0.25 mm, which a hand
 * scanner reads. Undefined where the printer would drop the bar code without a word: too wide, or not ASCII.
 */
function moduleDots(value: string, headDots: number): 3 | 2 | undefined {
  if (!/^[\x20-\x7e]+$/.test(value)) return undefined;
  const modules = 11 * (value.length + 3) + 2;
  if ((modules + 20) * 3 <= headDots) return 3;
  return modules * 2 <= headDots ? 2 : undefined;
}

function encodeCode128(value: string, module: number): number[] {
  // `{B` chooses code set B; a brace of the text itself is doubled.
  const data = Array.from(`{B${value.replaceAll('{', '{{')}`, (char) => char.charCodeAt(0));
  return [
    ...[esc, 0x61, 1],
    ...[gs, 0x48, 2],
    ...[gs, 0x68, 80],
    ...[gs, 0x77, module],
    ...[gs, 0x6b, 73, data.length, ...data],
    lineFeed,
  ];
}

function encodeQr(value: string): number[] {
  const data = [...new TextEncoder().encode(value)];
  const length = data.length + 3;
  return [
    ...[esc, 0x61, 1],
    ...[gs, 0x28, 0x6b, 4, 0, 49, 65, 50, 0],
    ...[gs, 0x28, 0x6b, 3, 0, 49, 67, 6],
    ...[gs, 0x28, 0x6b, 3, 0, 49, 69, 49],
    ...[gs, 0x28, 0x6b, length & 0xff, length >> 8, 49, 80, 48, ...data],
    ...[gs, 0x28, 0x6b, 3, 0, 49, 81, 48],
    lineFeed,
  ];
}
