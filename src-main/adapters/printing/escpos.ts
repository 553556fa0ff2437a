import type { PrintLine } from '../../../src-shared/contract/print.ts';
import { assertNever } from '../../../src-shared/text/assert-never.ts';
import { type CodePage, encodeText, selectorOf } from './code-pages.ts';
import { wrapText } from './wrap-text.ts';

type Size = Extract<PrintLine, { kind: 'text' }>['size'];

const esc = 0x1b;
const gs = 0x1d;
const lineFeed = 0x0a;

/** Dots of the narrowest 80 mm head in use; what fits it fits the wider ones too. */
const headDots = 512;
/** Font, magnification of `GS !` and characters in a line of 512 dots. */
const sizes: Readonly<Record<Size, { font: number; scale: number; columns: number }>> = {
  small: { font: 1, scale: 0x00, columns: 56 },
  normal: { font: 0, scale: 0x00, columns: 42 },
  large: { font: 0, scale: 0x11, columns: 21 },
  huge: { font: 0, scale: 0x33, columns: 10 },
};
/** Whole dots at 203 dpi: 0.25 mm, which a hand scanner reads. */
const moduleDots = 2;

/** The document as ESC/POS bytes: from a known state of the printer to the cut. */
export function encodeEscPos(lines: readonly PrintLine[], codePage: CodePage): Uint8Array {
  return Uint8Array.from([
    ...[esc, 0x40],
    // Out of the Chinese mode that many printers wake up in, where two bytes of Turkish become one sign.
    ...[0x1c, 0x2e],
    ...[esc, 0x52, 0],
    ...[esc, 0x74, selectorOf(codePage)],
    ...lines.flatMap((line) => encodeLine(line, codePage)),
    ...[esc, 0x61, 0],
    ...[gs, 0x56, 66, 0],
  ]);
}

function encodeLine(line: PrintLine, codePage: CodePage): number[] {
  switch (line.kind) {
    case 'text':
      return encodeParagraph(line, codePage);
    case 'rule':
      return encodeParagraph(plain('-'.repeat(sizes.normal.columns), 'left'), codePage);
    case 'barcode':
      return isScannable(line.value)
        ? encodeCode128(line.value)
        : encodeParagraph(plain(line.value, 'center'), codePage);
    case 'qr':
      return encodeQr(line.value);
    default:
      return assertNever(line);
  }
}

function plain(text: string, align: 'left' | 'center'): Extract<PrintLine, { kind: 'text' }> {
  return { kind: 'text', text, size: 'normal', align, bold: false };
}

function encodeParagraph(line: Extract<PrintLine, { kind: 'text' }>, codePage: CodePage): number[] {
  const { font, scale, columns } = sizes[line.size];
  return [
    ...[esc, 0x61, line.align === 'center' ? 1 : 0],
    ...[esc, 0x4d, font],
    ...[esc, 0x45, line.bold ? 1 : 0],
    ...[gs, 0x21, scale],
    ...line.text
      .split(/\r?\n/)
      .flatMap((text) => wrapText(encodeText(text, codePage), columns))
      .flatMap((row) => [...row, lineFeed]),
  ];
}

/** Printers drop a bar code that is too wide or not ASCII without a word; then its text is better than nothing. */
function isScannable(value: string): boolean {
  const modules = 11 * (value.length + 3) + 2;
  return /^[\x20-\x7e]+$/.test(value) && modules * moduleDots <= headDots;
}

function encodeCode128(value: string): number[] {
  // `{B` chooses code set B; a brace of the text itself is doubled.
  const data = Array.from(`{B${value.replaceAll('{', '{{')}`, (char) => char.charCodeAt(0));
  return [
    ...[esc, 0x61, 1],
    ...[gs, 0x48, 2],
    ...[gs, 0x68, 80],
    ...[gs, 0x77, moduleDots],
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
