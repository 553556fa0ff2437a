import type { Point } from '../rules/even-path.ts';
import { type FlatSignature, flatSignature, flatten } from '../rules/flat-signature.ts';

/** Shapes that people leave on glass, each as the corners and curves of its strokes in units of the box. */
type Shape = readonly (readonly Point[])[];

export function drawn(shape: Shape): FlatSignature {
  return flatSignature(shape.map(flatten));
}

/** A name in joined letters: loops of a letter's height, from left to right. */
export function cursive(width: number, height: number, letters: number): Shape {
  return [
    curve((t) => ({
      x: 500 - width / 2 + width * t + 0.35 * (width / letters) * Math.sin(2 * Math.PI * letters * t),
      y: 200 - (height / 2) * Math.cos(2 * Math.PI * letters * t),
    })),
  ];
}

export function zigzag(left: number, top: number, width: number, height: number, legs: number): Shape {
  return [
    Array.from({ length: legs + 1 }, (_, i) => ({
      x: left + (width * i) / legs,
      y: i % 2 === 0 ? top : top + height,
    })),
  ];
}

export function loops(radius: number, turns: number): Shape {
  return [
    curve((t) => ({
      x: 500 + radius * (1 - t / 4) * Math.cos(2 * Math.PI * turns * t),
      y: 200 + radius * (1 - t / 4) * Math.sin(2 * Math.PI * turns * t),
    })),
  ];
}

export const signatureShapes = {
  name: cursive(600, 120, 14),
  longName: cursive(860, 110, 24),
  initials: [...zigzag(300, 120, 120, 160, 3), ...cursive(120, 120, 2)],
  cross: [line(420, 120, 580, 280), line(580, 120, 420, 280)],
  line: [line(250, 200, 750, 205)],
  wave: zigzag(250, 160, 500, 100, 18),
  nameWithFlourish: [...cursive(520, 110, 10), line(240, 300, 760, 280)],
  circle: loops(120, 1.1),
  smallLetters: cursive(90, 25, 5),
} satisfies Record<string, Shape>;

export const noSignatureShapes = {
  touch: [[{ x: 500, y: 200 }]],
  dots: [line(200, 200, 208, 203), [{ x: 400, y: 210 }], line(700, 190, 704, 199)],
  scratchedFull: zigzag(50, 40, 900, 320, 60),
  toAndFro: [zigzag(60, 20, 300, 900, 24)[0]?.map(({ x, y }) => ({ x: y, y: x })) ?? []],
  scratchedSpot: zigzag(400, 160, 150, 80, 30),
  roundAndRound: loops(110, 18),
} satisfies Record<string, Shape>;

function line(x1: number, y1: number, x2: number, y2: number): readonly Point[] {
  return [
    { x: x1, y: y1 },
    { x: x2, y: y2 },
  ];
}

function curve(at: (share: number) => Point): readonly Point[] {
  return Array.from({ length: 601 }, (_, i) => at(i / 600));
}
