import { join } from 'node:path';
import type { Font, Glyph } from 'fontkit';
import type { Bitmap } from './bitmap.ts';
import { type Contour, fillContours, type Point } from './fill.ts';

/** One weight of the font that ships. */
export type Face = {
  readonly widthOf: (text: string, em: number) => number;
  /** @param em height of the em square in dots */
  readonly draw: (bitmap: Bitmap, text: string, place: Place) => void;
};
type Place = { readonly em: number; readonly left: number; readonly baseline: number };

/** Straight pieces of each curve: at 203 dpi no eye tells them from it. */
const pieces = 6;

/** @param file Inter-Regular.ttf or Inter-Bold.ttf, whose letters stand side by side without ligatures */
export async function openFace(fontsDir: string, file: string): Promise<Face> {
  // Loaded with the first picture: hardly a slip has one.
  const { openSync } = await import('fontkit');
  const opened = openSync(join(fontsDir, file));
  if (!('glyphForCodePoint' in opened)) throw new Error(`${file} holds more than one font`);
  const font: Font = opened;
  const scaleOf = (em: number) => em / font.unitsPerEm;
  const contours = new Map<number, readonly Contour[]>();
  const outline = (glyph: Glyph) => {
    const known = contours.get(glyph.id) ?? contoursOf(glyph);
    contours.set(glyph.id, known);
    return known;
  };
  return {
    widthOf: (text, em) =>
      glyphsOf(font, text).reduce((sum, glyph) => sum + glyph.advanceWidth, 0) * scaleOf(em),
    draw: (bitmap, text, { em, left, baseline }) => {
      const scale = scaleOf(em);
      let pen = left;
      for (const glyph of glyphsOf(font, text)) {
        const place = ([x, y]: Point): Point => [pen + x * scale, baseline - y * scale];
        fillContours(
          bitmap,
          outline(glyph).map((contour) => contour.map(place)),
        );
        pen += glyph.advanceWidth * scale;
      }
    },
  };
}

function glyphsOf(font: Font, text: string): readonly Glyph[] {
  return Array.from(text.normalize('NFC'), (char) => font.glyphForCodePoint(char.codePointAt(0) ?? 0));
}

function contoursOf(glyph: Glyph): readonly Contour[] {
  const contours: Point[][] = [];
  let at: Point = [0, 0];
  for (const { command, args } of glyph.path.commands) {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = args;
    if (command === 'closePath') continue;
    if (command === 'moveTo') contours.push([]);
    const contour = contours.at(-1);
    const before = at;
    if (command === 'quadraticCurveTo') {
      contour?.push(...curve((t) => mix(mix(before, [x1, y1], t), mix([x1, y1], [x2, y2], t), t)));
      at = [x2, y2];
    } else if (command === 'bezierCurveTo') {
      const [a, b, c]: readonly [Point, Point, Point] = [
        [x1, y1],
        [x2, y2],
        [x3, y3],
      ];
      contour?.push(
        ...curve((t) => mix(mix(mix(before, a, t), mix(a, b, t), t), mix(mix(a, b, t), mix(b, c, t), t), t)),
      );
      at = c;
    } else {
      at = [x1, y1];
      contour?.push(at);
    }
  }
  return contours;
}

function curve(at: (t: number) => Point): readonly Point[] {
  return Array.from({ length: pieces }, (_, index) => at((index + 1) / pieces));
}

function mix([x1, y1]: Point, [x2, y2]: Point, t: number): Point {
  return [x1 + (x2 - x1) * t, y1 + (y2 - y1) * t];
}
