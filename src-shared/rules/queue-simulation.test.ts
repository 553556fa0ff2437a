import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultQueuePolicy } from './queue-order.ts';
import { type Discipline, drawVisitors, type Served, simulateDay, type Visitor } from './queue-simulation.ts';
import { seededRandom, simulatedBranch } from './simulated-branch.ts';
import { type ClassWaits, type DisciplineName, simulateMonth, waitsByClass } from './simulated-month.ts';

const opening = Date.parse('2026-03-02T06:00:00.000Z');
const days = Array.from({ length: 22 }, () => simulatedBranch);
const seeds = [1, 2, 3, 4, 5];
const inArrival: Discipline = (waiting) => waiting.toSorted((a, b) => a.arrivedAt - b.arrivedAt)[0];

function visitor(id: string, arrivedAt: number, serviceMinutes: number): Visitor {
  const issuedAt = new Date(opening + arrivedAt * 60_000).toISOString();
  return { id, categoryCode: 'general', target: null, priority: false, issuedAt, arrivedAt, serviceMinutes };
}

describe('a simulated day', () => {
  test('lets each desk call as soon as it is free and somebody is there', () => {
    const visitors = [visitor('a', 1, 10), visitor('b', 2, 3), visitor('c', 3, 5), visitor('d', 30, 1)];
    const served = simulateDay(visitors, 2, inArrival);
    expect(served.map(({ visitor: { id }, ...rest }) => ({ id, ...rest, visitor: undefined }))).toEqual([
      { id: 'a', calledAt: 1, waitMinutes: 0, aheadAtArrival: 0 },
      { id: 'b', calledAt: 2, waitMinutes: 0, aheadAtArrival: 0 },
      { id: 'c', calledAt: 5, waitMinutes: 2, aheadAtArrival: 0 },
      { id: 'd', calledAt: 30, waitMinutes: 0, aheadAtArrival: 0 },
    ]);
  });

  test('calls nobody before they have come, also where several come at once', () => {
    const visitors = [visitor('a', 5, 1), visitor('b', 5, 1), visitor('c', 5, 1)];
    const served = simulateDay(visitors, 3, inArrival);
    expect(served.map(({ calledAt, aheadAtArrival }) => [calledAt, aheadAtArrival])).toEqual([
      [5, 0],
      [5, 1],
      [5, 2],
    ]);
  });

  test('serves everybody who came once, nobody early and no desk two at a time, whatever the day', () => {
    const anyVisitors = fc
      .array(fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 30 })), { maxLength: 40 })
      .map((pairs) =>
        pairs
          .toSorted(([a], [b]) => a - b)
          .map(([arrivedAt, minutes], index) => visitor(`v${index}`, arrivedAt, minutes)),
      );
    fc.assert(
      fc.property(anyVisitors, fc.integer({ min: 1, max: 5 }), (visitors, desks) => {
        const served = simulateDay(visitors, desks, inArrival);
        expect(new Set(served.map((one) => one.visitor))).toEqual(new Set(visitors));
        expect(served).toHaveLength(visitors.length);
        for (const { calledAt, waitMinutes } of served) {
          expect(waitMinutes).toBeGreaterThanOrEqual(0);
          const atWork = served.filter(
            (one) => one.calledAt <= calledAt && calledAt < one.calledAt + one.visitor.serviceMinutes,
          );
          expect(atWork.length).toBeLessThanOrEqual(desks);
        }
      }),
    );
  });

  test('draws as many visitors as the branch has, of every category, and the same for the same seed', () => {
    const visitors = drawVisitors(simulatedBranch, seededRandom(7), opening);
    const expected = simulatedBranch.visitorsByHour.reduce((sum, count) => sum + count, 0);
    expect(Math.abs(visitors.length / expected - 1)).toBeLessThan(0.25);
    expect(new Set(visitors.map(({ categoryCode }) => categoryCode)).size).toBe(5);
    expect(visitors.map(({ arrivedAt }) => arrivedAt)).toEqual(
      visitors.map(({ arrivedAt }) => arrivedAt).toSorted((a, b) => a - b),
    );
    expect(drawVisitors(simulatedBranch, seededRandom(7), opening)).toEqual(visitors);
    expect(drawVisitors(simulatedBranch, seededRandom(8), opening)).not.toEqual(visitors);
  });
});

function waitsOf(waits: readonly ClassWaits[], discipline: string, visitorClass: string): ClassWaits {
  const found = waits.find((one) => one.discipline === discipline && one.visitorClass === visitorClass);
  if (found === undefined) throw new Error(`No waits of ${visitorClass} under ${discipline}`);
  return found;
}

describe.each(seeds)('over a generated month of 22 days (seed %i)', (seed) => {
  const waits = waitsByClass({ days, seed });

  test('everybody is served once under each discipline, and they are the same people', () => {
    const [aging, strict, arrival] = (['aging', 'strict_priority', 'arrival'] as const).map((name) =>
      simulateMonth({ days, seed }, name),
    );
    const people = (month = aging) =>
      month?.map((day) => day.map(({ visitor: { id, issuedAt } }) => `${id} ${issuedAt}`).toSorted());
    expect(people(strict)).toEqual(people(aging));
    expect(people(arrival)).toEqual(people(aging));
    for (const day of people() ?? []) expect(new Set(day).size).toBe(day.length);
    expect(people()?.flat().length).toBeGreaterThan(22 * 200);
  });

  test('nobody ordinary waits as long as under strict priority', () => {
    const aging = waitsOf(waits, 'aging', 'ordinary');
    const strict = waitsOf(waits, 'strict_priority', 'ordinary');
    expect(aging.worstMinutes).toBeLessThan(strict.worstMinutes);
    expect(aging.meanMinutes).toBeLessThan(strict.meanMinutes);
  });

  test('priority waits less than half of what plain arrival would have it wait', () => {
    const aging = waitsOf(waits, 'aging', 'priority');
    const arrival = waitsOf(waits, 'arrival', 'priority');
    expect(aging.meanMinutes).toBeLessThan(arrival.meanMinutes / 2);
  });

  test('ordinary visitors pay for it with two minutes on average at most', () => {
    const aging = waitsOf(waits, 'aging', 'ordinary');
    const arrival = waitsOf(waits, 'arrival', 'ordinary');
    expect(aging.meanMinutes - arrival.meanMinutes).toBeLessThan(2);
    expect(aging.meanMinutes).toBeGreaterThan(arrival.meanMinutes);
  });
});

test('on days that the desks can not bear, nobody passes who has waited the longest wait, as strict priority lets them', () => {
  const flood = { ...simulatedBranch, priorityShare: 0.5, visitorsByHour: [60, 60, 60, 60, 60, 60] };
  const month = { days: [flood, flood, flood], seed: 9 };
  const { longestWaitMinutes } = defaultQueuePolicy;
  const passedAfterThat = (served: readonly Served[]) =>
    served.flatMap((late) =>
      served.filter(
        ({ visitor, calledAt }) =>
          visitor.arrivedAt < late.visitor.arrivedAt &&
          calledAt > late.calledAt &&
          late.calledAt - visitor.arrivedAt >= longestWaitMinutes,
      ),
    ).length;
  const count = (name: DisciplineName) => simulateMonth(month, name).map(passedAfterThat);
  expect(count('aging')).toEqual([0, 0, 0]);
  for (const passed of count('strict_priority')) expect(passed).toBeGreaterThan(1_000);
});
