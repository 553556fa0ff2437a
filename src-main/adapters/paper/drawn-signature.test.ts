import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Point } from '../../../src-shared/rules/even-path.ts';
import { flatSignature, flatten, pathsOf } from '../../../src-shared/rules/flat-signature.ts';
import { aConsent } from '../../testing/seal/sheets.ts';
import { createPapers } from './create-papers.ts';

const { sheet: draw } = createPapers();
const corners = [
  { x: 200, y: 100 },
  { x: 500, y: 120 },
  { x: 300, y: 300 },
  { x: 620, y: 240 },
];

/** The events of a hand that goes from corner to corner in so many, and lingers at the beginning of each line. */
function drawnIn(events: number): Point[] {
  return corners.flatMap((from, i) => {
    const to = corners[i + 1];
    if (to === undefined) return [from];
    return Array.from({ length: events }, (_, step) => {
      const share = (step / events) ** 2;
      return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    });
  });
}

test('WR-3: a sheet tells nothing of how fast its signature was drawn: quick or slow, it is the same file', async () => {
  const [quick, slow] = [1, 200].map((events) => flatSignature([flatten(drawnIn(events))]));
  if (quick === undefined || slow === undefined) throw new Error('both hands have drawn');
  const [first, second] = [
    await draw(aConsent({ signature: quick })),
    await draw(aConsent({ signature: slow })),
  ];
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);

  const read = wordsOf(first);
  expect(read).not.toMatch(/pressure|force|tilt|twist|azimuth|altitude|velocity/i);
  const curves = read.match(/^(-?[\d.]+ ){3,5}-?[\d.]+ [cv]$/gm) ?? [];
  expect(curves.length).toBeGreaterThanOrEqual(pathsOf(quick).join().match(/Q/g)?.length ?? Number.NaN);
});

/** All that a PDF says, with its compressed streams opened. */
function wordsOf(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf);
  const whole = bytes.toString('latin1');
  const streams = [...whole.matchAll(/\/FlateDecode[^>]*>>\s*stream\r?\n/g)].map(({ index, 0: head }) => {
    const from = index + head.length;
    return inflateSync(bytes.subarray(from, whole.indexOf('endstream', from))).toString('latin1');
  });
  return [whole, ...streams].join('\n');
}
