import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callTimeline, type Piece, voiceTimeline } from './timeline.ts';

const call = { label: 'A105', placeName: 'Banko 2' };

/** The silences between one piece and the next, in milliseconds. */
function gaps(pieces: readonly Piece[]): readonly number[] {
  return pieces.slice(1).map(({ startAt }, index) => {
    const before = pieces[index];
    return before === undefined ? 0 : Math.round((startAt - before.startAt - before.duration) * 1_000) + 0;
  });
}

test('a call is a chime, a breath, the number without a gap, a breath, and the place without a gap', () => {
  const { pieces, endsAt } = callTimeline(call, 1.8, 10, 1);
  const number = ['letter/A', 'hundreds/1', 'number/5'];
  const desk = ['number/2', 'place/banko'];
  expect(pieces.map(({ sound }) => sound)).toEqual(['chime', ...number, ...desk]);
  expect(gaps(pieces)).toEqual([220, 0, 0, 220, 0]);
  const last = pieces.at(-1);
  expect([pieces[0]?.startAt, endsAt]).toEqual([10, (last?.startAt ?? 0) + (last?.duration ?? 0)]);
  expect(endsAt - 10).toBeLessThan(6);
});

test('what is said twice is said the same way after a pause', () => {
  const { pieces } = voiceTimeline(call, 0, 2);
  expect(gaps(pieces)).toEqual([0, 0, 220, 0, 700, 0, 0, 220, 0]);
});

test('no clip of any call sounds over the one before it', () => {
  const label = fc.tuple(
    fc.constantFrom(...'ABCÇDEFGĞHIİJKLMNOÖPQRSŞTUÜVWXYZ'),
    fc.integer({ min: 1, max: 1_999_999 }),
  );
  const placeName = fc.constantFrom('Banko 2', 'Görüşme Odası 11', 'Danışma', null);
  fc.assert(
    fc.property(label, placeName, fc.constantFrom(1, 2), ([letter, number], place, times) => {
      const { pieces } = callTimeline({ label: `${letter}${number}`, placeName: place }, 1.8, 0, times);
      expect(gaps(pieces).filter((gap) => gap < 0)).toEqual([]);
    }),
  );
});
