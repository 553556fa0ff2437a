import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TicketTarget } from '../ledger/ticket-entries.ts';
import {
  categoryFor,
  defaultQueuePolicy,
  inQueueOrder,
  mayCall,
  type QueuePolicy,
  type Waiting,
} from './queue-order.ts';

const opening = Date.parse('2026-03-10T06:00:00.000Z');
const minute = 60_000;

function ticket(id: string, arrival: number, changes: Partial<Waiting> = {}): Waiting {
  const issuedAt = new Date(opening + arrival * minute).toISOString();
  return { id, categoryCode: 'general', target: null, priority: false, issuedAt, ...changes };
}

/** @param at minutes since the opening */
function called(
  waiting: readonly Waiting[],
  at: number,
  policy: QueuePolicy = defaultQueuePolicy,
): readonly string[] {
  return inQueueOrder(waiting, policy, opening + at * minute).map(({ id }) => id);
}

const priority = { priority: true };

test('who came first is called first', () => {
  expect(called([ticket('c', 3), ticket('a', 1), ticket('b', 2)], 4)).toEqual(['a', 'b', 'c']);
});

test('priority goes before who came within its head start, and catches up as it waits', () => {
  const waiting = [ticket('early', 0), ticket('late', 12), ticket('first', 18, priority)];
  // At the 18th minute the head start of ten counts double; the early one has waited 18.
  expect(called(waiting, 18)).toEqual(['first', 'early', 'late']);
  const longer = [ticket('early', 0), ticket('late', 12), ticket('first', 22, priority)];
  expect(called(longer, 22)).toEqual(['early', 'first', 'late']);
  expect(called(longer, 25)).toEqual(['first', 'early', 'late']);
});

test('who has waited the longest wait is before every later one, priority or not', () => {
  const waiting = [ticket('first', 1, priority), ticket('early', 0)];
  expect(called(waiting, 44)).toEqual(['first', 'early']);
  expect(called(waiting, 45)).toEqual(['early', 'first']);
});

test('a category of double weight overtakes, and by where a ticket was sent on to', () => {
  const policy = { ...defaultQueuePolicy, weights: { outage: 2 } };
  const target: TicketTarget = { kind: 'category', code: 'outage', name: 'Kesinti ve arıza' };
  const waiting = [
    ticket('general', 0),
    ticket('outage', 4, { categoryCode: 'outage' }),
    ticket('sent', 3, { target }),
    ticket('left', 4, { categoryCode: 'outage', target: { ...target, code: 'general' } }),
  ];
  expect(called(waiting, 10, policy)).toEqual(['sent', 'outage', 'general', 'left']);
});

test('of two that came at one moment the id decides, and one from the future waits at the end', () => {
  expect(called([ticket('b', 0), ticket('a', 0), ticket('z', 90)], 5)).toEqual(['a', 'b', 'z']);
});

describe('whoever waits', () => {
  const weight = fc.double({ min: 0.1, max: 10, noNaN: true });
  const anyPolicy: fc.Arbitrary<QueuePolicy> = fc.record({
    weights: fc.record({ general: weight, outage: weight }),
    priorityHeadStartMinutes: fc.double({ min: 0, max: 120, noNaN: true }),
    priorityFactor: fc.double({ min: 1, max: 10, noNaN: true }),
    longestWaitMinutes: fc.integer({ min: 5, max: 480 }),
  });
  const anyWaiting = fc
    .array(
      fc.record({
        arrival: fc.integer({ min: 0, max: 600 }),
        categoryCode: fc.constantFrom('general', 'outage', 'gone'),
        priority: fc.boolean(),
      }),
      { maxLength: 40 },
    )
    .map((visitors) => visitors.map(({ arrival, ...more }, index) => ticket(`t${index}`, arrival, more)));
  const anyMoment = fc.integer({ min: 0, max: 700 });

  test('is passed by nobody who came later, once the longest wait is over', () => {
    fc.assert(
      fc.property(anyWaiting, anyPolicy, anyMoment, (waiting, policy, at) => {
        const now = opening + at * minute;
        const order = inQueueOrder(waiting, policy, now);
        for (const [place, one] of order.entries()) {
          if (now - Date.parse(one.issuedAt) < policy.longestWaitMinutes * minute) continue;
          for (const before of order.slice(0, place))
            expect(Date.parse(before.issuedAt)).toBeLessThanOrEqual(Date.parse(one.issuedAt));
        }
      }),
    );
  });

  test('is called by time of arrival alone, where no category weighs more and nobody has priority', () => {
    fc.assert(
      fc.property(anyWaiting, anyPolicy, anyMoment, weight, (visitors, rules, at, all) => {
        const waiting = visitors.map((one) => ({ ...one, priority: false }));
        const policy = { ...rules, weights: { general: all, outage: all, gone: all } };
        const order = inQueueOrder(waiting, policy, opening + at * minute);
        const arrivals = order.map(({ issuedAt }) => issuedAt);
        expect(arrivals).toEqual(arrivals.toSorted());
      }),
    );
  });

  test('has one place, in whatever order the tickets are given', () => {
    const shuffled = anyWaiting.chain((waiting) =>
      fc.tuple(fc.constant(waiting), fc.shuffledSubarray(waiting, { minLength: waiting.length })),
    );
    fc.assert(
      fc.property(shuffled, anyPolicy, anyMoment, ([waiting, mixed], policy, at) => {
        const order = inQueueOrder(waiting, policy, opening + at * minute);
        expect(inQueueOrder(mixed, policy, opening + at * minute)).toEqual(order);
        expect(new Set(order)).toEqual(new Set(waiting));
        expect(order).toHaveLength(waiting.length);
      }),
    );
  });

  test('with priority is before all of the same category who came at the same time, until both have waited too long', () => {
    fc.assert(
      fc.property(anyWaiting, anyPolicy, anyMoment, (waiting, rules, at) => {
        const policy = { ...rules, priorityHeadStartMinutes: Math.max(1, rules.priorityHeadStartMinutes) };
        const order = inQueueOrder(waiting, policy, opening + at * minute);
        for (const [place, one] of order.entries()) {
          const waited = at - (Date.parse(one.issuedAt) - opening) / minute;
          if (one.priority || waited >= policy.longestWaitMinutes) continue;
          const after = order.slice(place + 1);
          const { issuedAt, categoryCode } = one;
          expect(after).not.toContainEqual(
            expect.objectContaining({ issuedAt, categoryCode, priority: true }),
          );
        }
      }),
    );
  });
});

describe('a desk may call', () => {
  const categories = [
    { code: 'general', deskCodes: null },
    { code: 'outage', deskCodes: ['B1'] },
  ];
  const sentTo = (kind: TicketTarget['kind'], code: string) => ({
    categoryCode: 'general',
    target: { kind, code, name: code },
  });
  const plain = (categoryCode: string) => ({ categoryCode, target: null });

  test('what the categories that it serves hold', () => {
    expect(['B1', 'B2'].map((desk) => mayCall(desk, plain('general'), categories))).toEqual([true, true]);
    expect(['B1', 'B2'].map((desk) => mayCall(desk, plain('outage'), categories))).toEqual([true, false]);
  });

  test('what was sent on to a category that it serves, or to it alone', () => {
    const toOutage = sentTo('category', 'outage');
    expect(['B1', 'B2'].map((desk) => mayCall(desk, toOutage, categories))).toEqual([true, false]);
    const outageToSecond = { ...sentTo('desk', 'B2'), categoryCode: 'outage' };
    expect(['B1', 'B2'].map((desk) => mayCall(desk, outageToSecond, categories))).toEqual([false, true]);
  });

  test('nobody who was sent to a room, and everybody of a category that is gone', () => {
    expect(mayCall('B1', sentTo('room', 'B1'), categories)).toBe(false);
    expect(mayCall('B2', plain('gone'), categories)).toBe(true);
    expect(mayCall('B2', sentTo('category', 'gone'), categories)).toBe(true);
  });
});

test('a ticket stands in the queue of the category that it was sent on to, else in its own', () => {
  const own = { categoryCode: 'general', target: null };
  expect(categoryFor(own)).toBe('general');
  expect(categoryFor({ ...own, target: { kind: 'category', code: 'meter', name: 'Sayaç' } })).toBe('meter');
  expect(categoryFor({ ...own, target: { kind: 'desk', code: 'meter', name: 'Banko' } })).toBe('general');
});
