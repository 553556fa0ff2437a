import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import shippedFile from '../../assets/retention.json' with { type: 'json' };
import {
  beganBefore,
  classesInForce,
  endOfPeriod,
  halfYearOf,
  mayGo,
  recordClasses,
  retentionSchema,
  retentionUnits,
} from './retention.ts';

const instant = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2080-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const period = fc.record({
  amount: fc.integer({ min: 1, max: 30 }),
  unit: fc.constantFrom(...retentionUnits),
});

describe('a period', () => {
  test.each([
    ['2016-03-10T09:00:00.000Z', 10, 'year', '2026-03-10T21:00:00.000Z'],
    // One in the night belongs to İstanbul's day.
    ['2016-03-10T22:30:00.000Z', 10, 'year', '2026-03-11T21:00:00.000Z'],
    ['2024-02-29T09:00:00.000Z', 1, 'year', '2025-02-28T21:00:00.000Z'],
    ['2026-01-31T09:00:00.000Z', 1, 'month', '2026-02-28T21:00:00.000Z'],
    ['2026-01-31T09:00:00.000Z', 7, 'day', '2026-02-07T21:00:00.000Z'],
  ] as const)('from %s, %i %s, ends %s', (from, amount, unit, end) => {
    expect(endOfPeriod(from, { amount, unit })).toBe(end);
  });

  test('is over for exactly what began before the moment that the lists ask for', () => {
    fc.assert(
      fc.property(instant, instant, period, (from, asOf, length) => {
        expect(from < beganBefore(asOf, length)).toBe(endOfPeriod(from, length) <= asOf);
      }),
      { numRuns: 3_000 },
    );
  });
});

describe('what may go', () => {
  test('is never what is open or held, whatever the time', () => {
    fc.assert(
      fc.property(instant, instant, period, (endedAt, asOf, length) => {
        expect(mayGo({ endedAt: null, isHeld: false }, length, asOf)).toBe(false);
        expect(mayGo({ endedAt, isHeld: true }, length, asOf)).toBe(false);
      }),
    );
  });

  test('may go at every later time too, and closing it again later never makes it go sooner', () => {
    fc.assert(
      fc.property(instant, instant, instant, period, (endedAt, one, other, length) => {
        const [sooner = '', later = ''] = [one, other].toSorted();
        const isDue = (asOf: string, from = endedAt) => mayGo({ endedAt: from, isHeld: false }, length, asOf);
        if (isDue(sooner)) expect(isDue(later)).toBe(true);
        if (isDue(sooner, later)) expect(isDue(sooner, sooner)).toBe(true);
      }),
    );
  });
});

test('a half-year begins on 1 January and 1 July in İstanbul', () => {
  expect(
    ['2026-06-30T20:59:59.999Z', '2026-06-30T21:00:00.000Z', '2026-12-31T21:00:00.000Z'].map(halfYearOf),
  ).toEqual(['2025-12-31T21:00:00.000Z', '2026-06-30T21:00:00.000Z', '2026-12-31T21:00:00.000Z']);
});

test('what a branch has decided stands in the place of the draft, and classes it does not know of stay', () => {
  const shipped = retentionSchema.parse(shippedFile);
  expect(shipped.classes.map(({ code }) => code)).toEqual(recordClasses);
  const decided = { code: 'ticket', amount: 6, unit: 'month', legalBasis: 'Politika md. 4' } as const;
  const before = classesInForce(shipped, undefined);
  const after = classesInForce(shipped, { classes: [decided, { ...decided, code: 'of_a_newer_banko' }] });
  expect(after).toEqual(
    before.map((item) => (item.code === 'ticket' ? { ...item, ...decided, confidence: 'high' } : item)),
  );
});
