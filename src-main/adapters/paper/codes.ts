import { type Bars, barsOf, type Square, squareOf } from '../../../src-shared/paper/bars.ts';
import type { Pen } from './pen.ts';

/** Code 128. @param text ASCII */
export async function barsFor(text: string): Promise<Bars> {
  const { code128, drawingSVG } = await import('bwip-js/node');
  return barsOf(code128({ bcid: 'code128', text, height: 10, scale: 1 }, drawingSVG()));
}

/** QR of level M, as bwip-js makes it where nothing is said: a seventh of it may be folded or stained. */
export async function squareFor(text: string): Promise<Square> {
  const { qrcode, drawingSVG } = await import('bwip-js/node');
  return squareOf(qrcode({ bcid: 'qrcode', text, scale: 1 }, drawingSVG()));
}

/** At 0.95 points a module, 0.33 mm, which a reader at 203 dpi still tells apart. */
const barModule = 0.95;

export function widthOfBars(bars: Bars): number {
  return bars.width * barModule;
}

export function drawBars({ doc }: Pen, bars: Bars, left: number, top: number, height: number): void {
  doc.save();
  doc.translate(left, top).scale(barModule, height / bars.height);
  for (const bar of bars.lines) doc.path(bar.path).lineWidth(Number(bar.width)).stroke('#000');
  doc.restore();
}

export function drawSquare(
  { doc }: Pen,
  { size, path }: Square,
  left: number,
  top: number,
  side: number,
): void {
  doc.save();
  doc.translate(left, top).scale(side / size);
  doc.path(path).fill('#000', 'even-odd');
  doc.restore();
}
