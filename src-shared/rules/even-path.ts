export type Point = { readonly x: number; readonly y: number };

/**
 * A path on the way: points at equal distances, the tip, and how far the path has gone since the last point. The same
 * path gives the same points, whether it came as ten events or as a thousand.
 */
export type Trace = { readonly points: readonly Point[]; readonly tip: Point; readonly since: number };

/** Fine enough that a path is kept as it was drawn. */
const traceStep = 2;
/**
 * How far a point is drawn towards its neighbours, as the deviation of a bell curve along the path. At 60 events a
 * second a quick hand makes a polygon with sides of some 25 units, whose corners would tell where the events were;
 * what is left of them is less than the rounding. A pen's line is as wide as this, so no shape is lost.
 */
const blur = 6;
const bell = Array.from({ length: Math.ceil((3 * blur) / traceStep) + 1 }, (_, i) =>
  Math.exp(-((i * traceStep) ** 2) / (2 * blur ** 2)),
);
const same = 1e-6;

export function startTrace(at: Point): Trace {
  return { points: [at], tip: at, since: 0 };
}

/** The trace led on in a straight line. */
export function extendTrace(trace: Trace, to: Point): Trace {
  return stepTo(trace, to, traceStep);
}

/** The trace of a whole path; undefined for none. */
export function walked(path: readonly Point[], step = traceStep): Trace | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return undefined;
  return rest.reduce((trace, point) => stepTo(trace, point, step), startTrace(first));
}

/** The traced path without its corners; both ends stay where they are. */
export function smoothed(trace: Trace): readonly Point[] {
  const path = withTip(trace);
  return path.map((_, i) => {
    const reach = Math.min(i, path.length - 1 - i, bell.length - 1);
    let [x, y, weights] = [0, 0, 0];
    for (let off = -reach; off <= reach; off += 1) {
      const [point, weight] = [path[i + off] ?? trace.tip, bell[Math.abs(off)] ?? 0];
      x += weight * point.x;
      y += weight * point.y;
      weights += weight;
    }
    return { x: x / weights, y: y / weights };
  });
}

/** Points that divide a path into equal pieces of at most this length, both ends among them. */
export function evenly(path: readonly Point[], longest: number): readonly Point[] {
  const [first] = path;
  if (first === undefined) return [];
  const length = lengthOf(path);
  if (length < same) return [first];
  const pieces = Math.max(Math.ceil(length / longest - same), 1);
  const trace = walked(path, length / pieces);
  return trace === undefined ? [] : withTip(trace);
}

export function lengthOf(path: readonly Point[]): number {
  return path.slice(1).reduce((sum, point, i) => sum + between(path[i] ?? point, point), 0);
}

function stepTo({ points, tip, since }: Trace, to: Point, step: number): Trace {
  const length = between(tip, to);
  if (length === 0) return { points, tip, since };
  const added: Point[] = [];
  let ahead = step - since;
  while (ahead <= length) {
    added.push({
      x: tip.x + ((to.x - tip.x) * ahead) / length,
      y: tip.y + ((to.y - tip.y) * ahead) / length,
    });
    ahead += step;
  }
  return {
    points: added.length === 0 ? points : [...points, ...added],
    tip: to,
    since: step - (ahead - length),
  };
}

/** The points with the end of the path as the last, once. */
function withTip({ points, tip }: Trace): readonly Point[] {
  const last = points.at(-1);
  const isThere = points.length > 1 && last !== undefined && between(last, tip) < 1e-3;
  return [...(isThere ? points.slice(0, -1) : points), tip];
}

function between(a: Point, b: Point): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}
