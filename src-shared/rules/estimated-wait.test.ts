import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { estimatedWait, leastIntervals, mostIntervals } from './estimated-wait.ts';
import { simulatedBranch } from './simulated-branch.ts';
import { simulateMonth } from './simulated-month.ts';

const nine = Date.parse('2026-03-10T06:00:00.000Z');
const minute = 60_000;

/** Calls one after the other, so many minutes apart. */
function calls(...gaps: readonly number[]): readonly number[] {
  let at = nine;
  return [at, ...gaps.map((gap) => (at += gap * minute))];
}
const every = (gap: number, count: number) => calls(...Array.from({ length: count }, () => gap));

describe('an estimated wait', () => {
  test('is not given before there have been enough calls', () => {
    expect(estimatedWait([], 0)).toBeNull();
    expect(estimatedWait(every(3, leastIntervals - 1), 5)).toBeNull();
    expect(estimatedWait(every(3, leastIntervals), 5)).not.toBeNull();
  });

  test('is the time that so many calls take, where they come evenly', () => {
    expect(estimatedWait(every(3, 20), 0)).toEqual({ fromMinutes: 0, toMinutes: 5 });
    expect(estimatedWait(every(3, 20), 9)).toEqual({ fromMinutes: 30, toMinutes: 35 });
    expect(estimatedWait(every(2, 20), 6)).toEqual({ fromMinutes: 10, toMinutes: 15 });
  });

  test('is wider where they come unevenly, and the wider the more are before', () => {
    const uneven = calls(...Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? 1 : 5)));
    expect(estimatedWait(uneven, 0)).toEqual({ fromMinutes: 0, toMinutes: 10 });
    expect(estimatedWait(uneven, 9)).toEqual({ fromMinutes: 15, toMinutes: 45 });
    expect(estimatedWait(uneven, 19)).toEqual({ fromMinutes: 40, toMinutes: 80 });
  });

  test('is read from the latest calls alone, in whatever order they are given', () => {
    const slowMorning = Array.from({ length: 20 }, () => 20);
    const quick = Array.from({ length: mostIntervals }, () => 2);
    const day = calls(...slowMorning, ...quick);
    expect(estimatedWait(day, 4)).toEqual(estimatedWait(every(2, mostIntervals), 4));
    expect(estimatedWait(day.toReversed(), 4)).toEqual(estimatedWait(day, 4));
  });

  test('is a range in steps of five minutes that does not begin below zero nor fall as the queue grows', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: leastIntervals, maxLength: 60 });
    fc.assert(
      fc.property(gaps, fc.nat(80), (minutes, ahead) => {
        const range = estimatedWait(calls(...minutes), ahead);
        const next = estimatedWait(calls(...minutes), ahead + 1);
        if (range === null || next === null) throw new Error('Enough calls, and no estimate');
        expect(range.fromMinutes).toBeGreaterThanOrEqual(0);
        expect(range.toMinutes).toBeGreaterThan(range.fromMinutes);
        expect([range.fromMinutes % 5, range.toMinutes % 5]).toEqual([0, 0]);
        expect(next.toMinutes).toBeGreaterThanOrEqual(range.toMinutes);
      }),
    );
  });
});

describe.each([1, 2, 3, 4, 5])('on the simulated days of a month (seed %i)', (seed) => {
  const days = simulateMonth({ days: Array.from({ length: 22 }, () => simulatedBranch), seed }, 'aging');
  const visits = days.flatMap((day) =>
    day
      .filter(({ visitor }) => !visitor.priority)
      .map((served) => {
        const { arrivedAt } = served.visitor;
        const before = day.filter(({ calledAt }) => calledAt <= arrivedAt);
        const range = estimatedWait(
          before.map(({ calledAt }) => nine + calledAt * minute),
          served.aheadAtArrival,
        );
        return { ...served, callsBefore: before.length, range };
      }),
  );
  const estimated = visits.flatMap((visit) =>
    visit.range === null ? [] : [{ ...visit, range: visit.range }],
  );
  const shareHeld = (some: typeof estimated) =>
    some.filter(
      ({ range, waitMinutes }) => range.fromMinutes <= waitMinutes && waitMinutes <= range.toMinutes,
    ).length / some.length;

  test('the range holds for 70 to 95 of a hundred ordinary visitors', () => {
    expect(shareHeld(estimated)).toBeGreaterThan(0.7);
    expect(shareHeld(estimated)).toBeLessThan(0.95);
  });

  test('it holds for as many of those who found a queue before them', () => {
    const queued = estimated.filter(({ aheadAtArrival }) => aheadAtArrival >= 5);
    expect(queued.length).toBeGreaterThan(1_000);
    expect(shareHeld(queued)).toBeGreaterThan(0.7);
    expect(shareHeld(queued)).toBeLessThan(0.95);
  });

  test('nothing is said to the first of a day, and something to nearly all others', () => {
    for (const { range, callsBefore } of visits) expect(range === null).toBe(callsBefore <= leastIntervals);
    expect(estimated.length / visits.length).toBeGreaterThan(0.9);
  });
});
