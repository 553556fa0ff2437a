import fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawn, signatureShapes } from '../testing/signatures.ts';
import { extendTrace, type Point, startTrace } from './even-path.ts';
import {
  flatSignature,
  flatSignatureSchema,
  flatStroke,
  flatten,
  pathsOf,
  pointsOf,
  signatureBox,
} from './flat-signature.ts';

const corner = fc.record({
  x: fc.double({ min: 0, max: signatureBox.width, noNaN: true }),
  y: fc.double({ min: 0, max: signatureBox.height, noNaN: true }),
});
const corners = fc.array(corner, { minLength: 2, maxLength: 12 });

it('gives one flat shape of one path, however many events it came in', () => {
  const events = fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 }), {
    minLength: 12,
    maxLength: 12,
  });
  fc.assert(
    fc.property(corners, events, (path, shares) => {
      expect(flatten(withEvents(path, shares))).toEqual(flatten(path));
    }),
    { numRuns: 200 },
  );
});

/** A hand that writes a round letter `turns` times, as its events lie at so many a second. */
function loopAt(hertz: number, seconds: number, pace: (share: number) => number): Point[] {
  const count = Math.round(hertz * seconds);
  return Array.from({ length: count + 1 }, (_, i) => {
    const share = pace(i / count);
    return {
      x: 200 + 500 * share + 40 * Math.sin(10 * Math.PI * share),
      y: 200 - 70 * Math.cos(10 * Math.PI * share),
    };
  });
}

it('gives the shape of a letter, the same whether it was drawn fast or slowly, at 60 events a second or at 240', () => {
  const steady = (share: number) => share;
  const hesitating = (share: number) => share + Math.sin(4 * Math.PI * share) / (4.5 * Math.PI);
  const exact = flatten(loopAt(1000, 10, steady));
  const ways = [
    loopAt(60, 1.5, steady),
    loopAt(240, 1.5, steady),
    loopAt(60, 8, steady),
    loopAt(240, 8, hesitating),
    loopAt(120, 3, hesitating),
  ].map(flatten);
  for (const flat of ways) {
    expect(Math.abs(flat.length / exact.length - 1)).toBeLessThan(0.02);
    expect(furthestApart(flat, exact)).toBeLessThan(2);
  }
});

it('tells neither which stroke was the first nor from which end a line was drawn', () => {
  const [a, b] = [flatten(signatureShapes.line[0] ?? []), flatten(signatureShapes.cross[0] ?? [])];
  expect(flatSignature([a, b])).toEqual(flatSignature([b, a]));
  const there = [
    { x: 100, y: 100 },
    { x: 130, y: 140 },
  ];
  expect(flatten(there)).toEqual(flatten(there.toReversed()));
});

it('holds width, height and strokes of whole numbers, and its schema takes all that a hand can draw', () => {
  fc.assert(
    fc.property(fc.array(corners, { minLength: 1, maxLength: 3 }), (shape) => {
      const signature = drawn(shape);
      expect(flatSignatureSchema.parse(signature)).toEqual(signature);
    }),
    { numRuns: 200 },
  );
});

it('refuses the raw points of a pen, whether they came fast or slowly', () => {
  const raw = (hertz: number, seconds: number) => ({
    ...signatureBox,
    strokes: [loopAt(hertz, seconds, (share) => share).flatMap(({ x, y }) => [Math.round(x), Math.round(y)])],
  });
  expect(flatSignatureSchema.safeParse(raw(60, 1)).success).toBe(false);
  expect(flatSignatureSchema.safeParse(raw(240, 10)).success).toBe(false);
});

it.each([
  ['an odd coordinate', { ...signatureBox, strokes: [[1, 2, 3]] }],
  ['a point below the area', { ...signatureBox, strokes: [[1, 401]] }],
  ['a member of its own for pressure', { ...signatureBox, strokes: [[1, 2]], pressure: [0.5] }],
  ['fractions', { ...signatureBox, strokes: [[1.5, 2]] }],
  ['no stroke', { ...signatureBox, strokes: [] }],
])('refuses %s', (_, signature) => {
  expect(flatSignatureSchema.safeParse(signature).success).toBe(false);
});

it('traces a stroke event by event to the shape that all of them give together', () => {
  const path = loopAt(60, 2, (share) => share);
  const [first, ...rest] = path;
  if (first === undefined) throw new Error('a path has a beginning');
  expect(flatStroke(rest.reduce(extendTrace, startTrace(first)))).toEqual(flatten(path));
});

it('gives path data for screen and paper, a dot as a line of one unit', () => {
  expect(
    pathsOf({
      ...signatureBox,
      strokes: [
        [10, 20],
        [0, 0, 6, 0],
        [0, 0, 6, 0, 12, 0, 18, 2],
      ],
    }),
  ).toEqual(['M10 20h1', 'M0 0L6 0', 'M0 0Q6 0 9 0Q12 0 15 1L18 2']);
});

function withEvents(path: readonly Point[], shares: readonly (readonly number[])[]): Point[] {
  return path.flatMap((from, i) => {
    const to = path[i + 1];
    if (to === undefined) return [from];
    const between = (shares[i] ?? []).toSorted((a, b) => a - b);
    return [
      from,
      ...between.map((s) => ({ x: from.x + (to.x - from.x) * s, y: from.y + (to.y - from.y) * s })),
    ];
  });
}

function furthestApart(a: readonly number[], b: readonly number[]): number {
  const [pointsA, pointsB] = [pointsOf(a), pointsOf(b)];
  return Math.max(...pointsA.map((point) => Math.min(...pointsB.map((other) => toPiece(point, other)))));
}

/** The nearest point may lie half a step along; what counts is how far the shapes are apart. */
function toPiece(point: Point, other: Point): number {
  return Math.max(Math.hypot(point.x - other.x, point.y - other.y) - 3, 0);
}
