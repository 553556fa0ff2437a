import type { PrintLine } from '../../../../src-shared/contract/print.ts';
import { assertNever } from '../../../../src-shared/text/assert-never.ts';
import { wrapText } from '../wrap-text.ts';
import { type Bitmap, blank, drawScaled, fillRect, stack } from './bitmap.ts';
import { modulesOf } from './codes.ts';
import { type Face, openFace } from './glyphs.ts';

export type DrawLine = (line: PrintLine, headDots: number) => Promise<Bitmap>;

type Text = Extract<PrintLine, { kind: 'text' }>;

/** Height of the em square in dots at 203 dpi, about the printer's own sizes. */
const ems: Readonly<Record<Text['size'], number>> = { small: 20, normal: 26, large: 46, huge: 92 };
const barHeight = 80;
const quietModules = 10;

/** Draws lines as a printer's picture, as wide as its head, with the fonts that ship. */
export function createDrawLine(fontsDir: string): DrawLine {
  const faces = {
    regular: once(() => openFace(fontsDir, 'Inter-Regular.ttf')),
    bold: once(() => openFace(fontsDir, 'Inter-Bold.ttf')),
  };
  return async (line, headDots) => {
    switch (line.kind) {
      case 'text':
        return drawText(await (line.bold ? faces.bold() : faces.regular()), line, headDots);
      case 'rule':
        return drawRule(headDots);
      case 'barcode':
        return drawBarcode(line.value, headDots, await faces.regular());
      case 'qr':
        return drawQr(line.value, headDots);
      default:
        return assertNever(line);
    }
  };
}

function drawText(face: Face, { text, size, align }: Text, headDots: number): Bitmap {
  const em = ems[size];
  const rows = text
    .split(/\r?\n/)
    .flatMap((paragraph) => wrapText(paragraph, (piece) => face.widthOf(piece, em) <= headDots));
  const height = Math.ceil(em * 1.25);
  const bitmap = blank(headDots, rows.length * height);
  for (const [index, row] of rows.entries()) {
    const left = align === 'center' ? Math.max(0, Math.floor((headDots - face.widthOf(row, em)) / 2)) : 0;
    face.draw(bitmap, row, { em, left, baseline: index * height + Math.round(em) });
  }
  return bitmap;
}

function drawRule(headDots: number): Bitmap {
  const bitmap = blank(headDots, 16);
  fillRect(bitmap, { x: 0, y: 7, width: headDots, height: 2 });
  return bitmap;
}

async function drawBarcode(value: string, headDots: number, face: Face): Promise<Bitmap> {
  const text: Text = { kind: 'text', text: value, size: 'normal', align: 'center', bold: false };
  const words = drawText(face, text, headDots);
  if (!/^[\x20-\x7e]+$/.test(value)) return words;
  const bars = await modulesOf('code128', value);
  const module = wholeDots(bars.width + 2 * quietModules, headDots, 3) ?? wholeDots(bars.width, headDots, 1);
  if (module === undefined) return words;
  const bitmap = blank(headDots, barHeight);
  const left = Math.floor((headDots - bars.width * module) / 2);
  const isBlack = (x: number) => bars.dots[x] === 1;
  for (let x = 0; x < bars.width; x += 1)
    if (isBlack(x)) fillRect(bitmap, { x: left + x * module, y: 4, width: module, height: barHeight - 8 });
  return stack([bitmap, words], headDots);
}

async function drawQr(value: string, headDots: number): Promise<Bitmap> {
  const code = await modulesOf('qrcode', value);
  const quiet = 4;
  const module = wholeDots(code.width + 2 * quiet, headDots, 6) ?? 1;
  const bitmap = blank(headDots, (code.height + 2 * quiet) * module);
  drawScaled(bitmap, code, module, Math.floor((headDots - code.width * module) / 2), quiet * module);
  return bitmap;
}

/** Dots of a module, whole ones, since a part of a dot makes bars that no reader tells apart. */
function wholeDots(modules: number, headDots: number, most: number): number | undefined {
  const dots = Math.min(most, Math.floor(headDots / modules));
  return dots >= 1 ? dots : undefined;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
