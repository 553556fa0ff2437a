import { z } from 'zod';
import { evenly, type Point, smoothed, type Trace, walked } from './even-path.ts';

/**
 * A signature as a picture and nothing else. Pressure, speed, time and tilt make a drawn signature biometric data
 * (KVKK Board, 27/8/2020, 2020/649), and the places of raw pointer events tell speed by their density. So a stroke is
 * kept as points at equal distances along its path; which stroke came first and from which end it was drawn is dropped
 * with the rest.
 */
export const signatureBox = { width: 1000, height: 400 } as const;

export const signatureLimits = { strokes: 80, points: 4000 } as const;

/** Distance of neighbouring points along the path, in units of the box. */
const spacing = 6;
/** A chord is never longer than its piece of path; rounding both ends adds at most half a diagonal each. */
const longestStep = spacing + Math.SQRT2;
const shortStep = spacing / 2;

const strokeSchema = z
  .array(z.int().min(0).max(signatureBox.width))
  .min(2)
  .max(2 * signatureLimits.points)
  .refine((flat) => flat.length % 2 === 0, 'Her noktanın iki koordinatı olmalı')
  .refine(
    (flat) => flat.every((value, i) => i % 2 === 0 || value <= signatureBox.height),
    'İmza alanı aşıldı',
  )
  .refine(isEvenlySpaced, 'İmza yalnız biçim olarak alınır');

export const flatSignatureSchema = z
  .strictObject({
    width: z.literal(signatureBox.width),
    height: z.literal(signatureBox.height),
    /** Each stroke flat: x0, y0, x1, y1 … on the integers of the box. */
    strokes: z.array(strokeSchema).min(1).max(signatureLimits.strokes),
  })
  .refine(
    ({ strokes }) => strokes.reduce((sum, flat) => sum + flat.length / 2, 0) <= signatureLimits.points,
    'İmza çok uzun',
  );

export type FlatSignature = z.infer<typeof flatSignatureSchema>;

/** The flat shape of one stroke, from the points of its path in units of the box, however many there are. */
export function flatten(path: readonly Point[]): number[] {
  const walk = walked(path.map(insideBox));
  return walk === undefined ? [] : flatStroke(walk);
}

/** The flat shape of a stroke that is traced while it is drawn. */
export function flatStroke(trace: Trace): number[] {
  const flat: number[] = [];
  for (const { x, y } of evenly(fromLeft(smoothed(trace)), spacing)) {
    const [gridX, gridY] = [onGrid(x), onGrid(y)];
    if (flat.at(-2) !== gridX || flat.at(-1) !== gridY) flat.push(gridX, gridY);
  }
  return flat;
}

/** Puts strokes together from left to right, in whatever order they were drawn. */
export function flatSignature(strokes: readonly (readonly number[])[]): FlatSignature {
  const sorted = strokes.filter((flat) => flat.length > 0).toSorted(byPlace);
  return { ...signatureBox, strokes: sorted.map((flat) => [...flat]) };
}

export function insideBox({ x, y }: Point): Point {
  return {
    x: Math.min(Math.max(x, 0), signatureBox.width),
    y: Math.min(Math.max(y, 0), signatureBox.height),
  };
}

export function pointsOf(flat: readonly number[]): Point[] {
  const points: Point[] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) points.push({ x: flat[i] ?? 0, y: flat[i + 1] ?? 0 });
  return points;
}

/**
 * SVG path data of each stroke in units of the box, for screen and PDF alike: curves through the middles of
 * neighbouring points. To be drawn with round caps; a dot is a line of one unit.
 */
export function pathsOf(signature: FlatSignature): string[] {
  return signature.strokes.map((flat) => pathOf(pointsOf(flat)));
}

function pathOf(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  const last = rest.at(-1);
  if (last === undefined) return `M${first.x} ${first.y}h1`;
  const curves = rest.slice(0, -1).map((point, i) => {
    const next = rest[i + 1] ?? last;
    return `Q${point.x} ${point.y} ${(point.x + next.x) / 2} ${(point.y + next.y) / 2}`;
  });
  return `M${first.x} ${first.y}${curves.join('')}L${last.x} ${last.y}`;
}

/** False for raw pointer events: drawn fast they lie far apart, drawn slowly on top of each other. */
function isEvenlySpaced(flat: readonly number[]): boolean {
  const points = pointsOf(flat);
  const steps = points.slice(1).map((point, i) => distance(points[i] ?? point, point));
  const short = steps.filter((step) => step < shortStep).length;
  return steps.every((step) => step <= longestStep) && (steps.length < 8 || short <= steps.length / 3);
}

function fromLeft(path: readonly Point[]): readonly Point[] {
  const [first, last] = [path[0], path.at(-1)];
  if (first === undefined || last === undefined) return path;
  return last.x < first.x || (last.x === first.x && last.y < first.y) ? path.toReversed() : path;
}

function byPlace(a: readonly number[], b: readonly number[]): number {
  return (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0) || a.length - b.length;
}

/** A little more than half, so that a sum's last digit doesn't decide which way a half is rounded. */
function onGrid(value: number): number {
  return Math.round(value + 1e-6);
}

function distance(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}
