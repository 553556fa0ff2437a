import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inQueueOrder, priorityHeadStartMinutes, type Waiting } from './queue-order.ts';

const opening = Date.parse('2026-03-10T06:00:00.000Z');

function ticket(id: string, minute: number, priority = false): Waiting {
  return { id, priority, issuedAt: new Date(opening + minute * 60_000).toISOString() };
}

function called(...waiting: readonly Waiting[]): readonly string[] {
  return inQueueOrder(waiting).map((one) => one.id);
}

test('who came first is called first', () => {
  expect(called(ticket('c', 3), ticket('a', 1), ticket('b', 2))).toEqual(['a', 'b', 'c']);
});

test('priority goes before who came within its head start, and not before who has waited longer', () => {
  const waiting = [
    ticket('old', 0),
    ticket('recent', 5),
    ticket('priority', priorityHeadStartMinutes + 1, true),
  ];
  expect(called(...waiting)).toEqual(['old', 'priority', 'recent']);
});

test('of two that count as having come at one moment the id decides', () => {
  expect(called(ticket('b', 0), ticket('a', priorityHeadStartMinutes, true))).toEqual(['a', 'b']);
});

test('however many priority visitors keep coming, nobody is overtaken by one who came later than the head start', () => {
  const arrivals = fc.array(fc.record({ minute: fc.nat(600), priority: fc.boolean() }), { maxLength: 60 });
  fc.assert(
    fc.property(arrivals, (visitors) => {
      const waiting = visitors.map(({ minute, priority }, index) => ticket(`t${index}`, minute, priority));
      const order = inQueueOrder(waiting);
      expect(new Set(order)).toEqual(new Set(waiting));
      for (const [place, one] of order.entries())
        for (const before of order.slice(0, place)) {
          const cameAfter = Date.parse(before.issuedAt) - Date.parse(one.issuedAt);
          expect(cameAfter).toBeLessThanOrEqual(before.priority ? priorityHeadStartMinutes * 60_000 : 0);
        }
    }),
  );
});
