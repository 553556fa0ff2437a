import { lengthOf, type Point } from './even-path.ts';
import { type FlatSignature, pointsOf, signatureBox } from './flat-signature.ts';

export type SignatureJudgement = 'ok' | 'empty' | 'dot' | 'scribble';

/**
 * In units of the box, which is 1000 wide; on a tablet's glass some 20 cm, so that 50 units are a centimetre.
 *
 * A signature may be a cross, a line, a few letters or a name in full: only what nobody means as one is refused. The
 * limits are far from what people wrote in `src-shared/testing/signatures.ts`, and what lies between is let pass.
 */
export const judgementLimits = {
  /** Smaller than this, everything together is a touch of the glass. */
  dot: 30,
  /** Longer than this is no writing: a full name in round letters takes some 6000. */
  length: 14_000,
  /** From this length on, ink that lies closer than a pen's width is scratching. */
  denseLength: 1500,
  density: 0.16,
  /** Long strokes to and fro across the whole; writing has some, in the height of its letters. */
  reversals: 12,
  reversalShare: 0.35,
} as const;

/** What somebody has drawn: a signature, or why it is none. */
export function judgeSignature({ strokes }: Pick<FlatSignature, 'strokes'>): SignatureJudgement {
  const paths = strokes.map(pointsOf).filter((path) => path.length > 0);
  if (paths.length === 0) return 'empty';
  if (Math.max(...paths.map(diagonalOf)) < judgementLimits.dot) return 'dot';
  return isScribble(paths) ? 'scribble' : 'ok';
}

function isScribble(paths: readonly (readonly Point[])[]): boolean {
  const length = paths.reduce((sum, path) => sum + lengthOf(path), 0);
  if (length > judgementLimits.length) return true;
  const all = paths.flat();
  // A line has no area of its own; it is taken as wide as a finger draws it.
  const { width, height } = extentOf(all, 40);
  if (length > judgementLimits.denseLength && length / (width * height) > judgementLimits.density)
    return true;
  const long = diagonalOf(all) * judgementLimits.reversalShare;
  return paths.reduce((sum, path) => sum + reversalsOf(path, long), 0) >= judgementLimits.reversals;
}

/** How often a path of long straight pieces turns back on itself. */
function reversalsOf(path: readonly Point[], long: number): number {
  const corners = simplified(path, signatureBox.width / 60);
  return corners.filter((corner, i) => {
    const [before, after] = [corners[i - 1], corners[i + 1]];
    if (before === undefined || after === undefined) return false;
    const [a, b] = [minus(corner, before), minus(after, corner)];
    const [lengthA, lengthB] = [Math.hypot(a.x, a.y), Math.hypot(b.x, b.y)];
    return lengthA > long && lengthB > long && (a.x * b.x + a.y * b.y) / (lengthA * lengthB) < -0.7;
  }).length;
}

/** The corners of a path (Douglas and Peucker): what lies nearer to the line between two of them is left out. */
function simplified(path: readonly Point[], tolerance: number): readonly Point[] {
  const [first, last] = [path[0], path.at(-1)];
  if (first === undefined || last === undefined || path.length < 3) return path;
  const away = path.map((point) => distanceFromLine(point, first, last));
  const furthest = away.indexOf(Math.max(...away));
  if ((away[furthest] ?? 0) <= tolerance) return [first, last];
  const until = simplified(path.slice(0, furthest + 1), tolerance);
  return [...until.slice(0, -1), ...simplified(path.slice(furthest), tolerance)];
}

function distanceFromLine(point: Point, from: Point, to: Point): number {
  const [along, off] = [minus(to, from), minus(point, from)];
  const length = Math.hypot(along.x, along.y);
  if (length === 0) return Math.hypot(off.x, off.y);
  const share = Math.min(Math.max((off.x * along.x + off.y * along.y) / length ** 2, 0), 1);
  return Math.hypot(off.x - share * along.x, off.y - share * along.y);
}

function diagonalOf(path: readonly Point[]): number {
  const { width, height } = extentOf(path, 0);
  return Math.hypot(width, height);
}

function extentOf(path: readonly Point[], least: number): { width: number; height: number } {
  const [xs, ys] = [path.map(({ x }) => x), path.map(({ y }) => y)];
  return {
    width: Math.max(Math.max(...xs) - Math.min(...xs), least),
    height: Math.max(Math.max(...ys) - Math.min(...ys), least),
  };
}

function minus(a: Point, b: Point): Point {
  return { x: a.x - b.x, y: a.y - b.y };
}
