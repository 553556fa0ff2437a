import type { Bitmap } from './bitmap.ts';

export type Point = readonly [x: number, y: number];
export type Contour = readonly Point[];

/** Lines of a dot's height on which its coverage is measured. */
const samples = 4;

type Edge = {
  readonly top: number;
  readonly bottom: number;
  /** Where it stands at `top`, and how far it goes aside in a dot's height. */
  readonly x: number;
  readonly slope: number;
  readonly turn: 1 | -1;
};
type Crossing = { readonly x: number; readonly turn: number };

/** Blackens every dot that the contours cover by half or more, by the nonzero rule that fonts are drawn for. */
export function fillContours(bitmap: Bitmap, contours: readonly Contour[]): void {
  const edges = contours.flatMap(edgesOf);
  const xs = contours.flatMap((contour) => contour.map(([x]) => x));
  const left = Math.max(0, Math.floor(Math.min(...xs)));
  const right = Math.min(bitmap.width, Math.ceil(Math.max(...xs)));
  if (edges.length === 0 || right <= left) return;
  const first = Math.max(0, Math.floor(Math.min(...edges.map(({ top }) => top))));
  const last = Math.min(bitmap.height, Math.ceil(Math.max(...edges.map(({ bottom }) => bottom))));
  const covered = new Float32Array(right - left);
  for (let row = first; row < last; row += 1) {
    covered.fill(0);
    for (let sample = 0; sample < samples; sample += 1)
      coverSpans(covered, left, crossings(edges, row + (sample + 0.5) / samples));
    const start = row * bitmap.width + left;
    for (const [x, share] of covered.entries()) if (share >= samples / 2) bitmap.dots[start + x] = 1;
  }
}

function edgesOf(contour: Contour): readonly Edge[] {
  return contour.flatMap((to, index) => {
    const from = contour.at(index - 1) ?? to;
    if (from[1] === to[1]) return [];
    const [[x, top], [end, bottom]] = from[1] < to[1] ? [from, to] : [to, from];
    return [{ top, bottom, x, slope: (end - x) / (bottom - top), turn: from[1] < to[1] ? 1 : -1 }];
  });
}

function crossings(edges: readonly Edge[], y: number): readonly Crossing[] {
  const found: Crossing[] = [];
  for (const { top, bottom, x, slope, turn } of edges)
    if (top <= y && y < bottom) found.push({ x: x + (y - top) * slope, turn });
  return found.sort((a, b) => a.x - b.x);
}

function coverSpans(covered: Float32Array, left: number, found: readonly Crossing[]): void {
  let winding = 0;
  let start = 0;
  for (const { x, turn } of found) {
    if (winding === 0) start = x - left;
    winding += turn;
    if (winding === 0) coverSpan(covered, Math.max(0, start), Math.min(covered.length, x - left));
  }
}

function coverSpan(covered: Float32Array, from: number, to: number): void {
  for (let x = Math.floor(from); x < to; x += 1)
    covered[x] = (covered[x] ?? 0) + Math.min(to, x + 1) - Math.max(from, x);
}
