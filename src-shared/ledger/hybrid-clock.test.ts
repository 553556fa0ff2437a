import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryWriter } from '../testing/entries.ts';
import { entrySchema } from './entry.ts';
import { createHybridClock, formatStamp, isStamp, parseStamp } from './hybrid-clock.ts';

const noon = Date.parse('2026-03-10T12:00:00.000Z');
const anyMillis = fc.integer({ min: 0, max: Date.parse('8999-12-31T23:59:59.999Z') });
const anyCounter = fc.integer({ min: 0, max: 0xffffff });

test('a stamp follows the wall clock, and counts within one millisecond', () => {
  let now = noon;
  const clock = createHybridClock('n1', () => now);
  expect([clock.next(), clock.next()]).toEqual([
    '2026-03-10T12:00:00.000Z/000000/n1',
    '2026-03-10T12:00:00.000Z/000001/n1',
  ]);
  now += 5;
  expect(clock.next()).toBe('2026-03-10T12:00:00.005Z/000000/n1');
});

test('stamps never go back, wherever the wall clock jumps and whatever is observed', () => {
  const step = fc.record({ wall: anyMillis, seen: fc.option(fc.tuple(anyMillis, anyCounter)) });
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 40 }), (steps) => {
      let now = noon;
      const clock = createHybridClock('n1', () => now);
      let last = '';
      for (const { wall, seen } of steps) {
        now = wall;
        const observed = seen === null ? '' : formatStamp(...seen, 'other');
        if (observed !== '') clock.observe(observed);
        const stamp = clock.next();
        expect(stamp > last && stamp > observed).toBe(true);
        last = stamp;
      }
    }),
  );
});

test('a clock that is set back by a year goes on counting from where it was', () => {
  let now = noon;
  const clock = createHybridClock('n1', () => now);
  clock.next();
  now -= 365 * 86_400_000;
  expect(clock.next()).toBe('2026-03-10T12:00:00.000Z/000001/n1');
});

test('after the last count of a millisecond comes the next millisecond', () => {
  const clock = createHybridClock('n1', () => noon, formatStamp(noon, 0xffffff, 'n1'));
  expect(clock.next()).toBe('2026-03-10T12:00:00.001Z/000000/n1');
});

test('a reopened store goes on after its latest stamp', () => {
  const clock = createHybridClock('n1', () => noon, '2026-03-10T12:00:00.000Z/00000a/n2');
  expect(clock.next()).toBe('2026-03-10T12:00:00.000Z/00000b/n1');
});

test('stamps sort as text in the order of time and count', () => {
  fc.assert(
    fc.property(anyMillis, anyCounter, anyMillis, anyCounter, (millisA, countA, millisB, countB) => {
      const byText = formatStamp(millisA, countA, 'n') < formatStamp(millisB, countB, 'n');
      expect(byText).toBe(millisA < millisB || (millisA === millisB && countA < countB));
    }),
  );
});

test('a written stamp reads back as it was', () => {
  fc.assert(
    fc.property(anyMillis, anyCounter, (millis, counter) => {
      const stamp = formatStamp(millis, counter, 'n');
      expect(parseStamp(stamp)).toEqual({ millis, counter });
      expect(isStamp(stamp)).toBe(true);
    }),
  );
});

test.each([
  '2026-13-45T12:00:00.000Z/000000/n',
  '9999-12-31T23:59:59.999Z/ffffff/n',
  '2026-03-10T12:00:00.000Z/00000g/n',
  '2026-03-10T12:00:00Z/000000/n',
  '+010000-01-01T00:00:00.000Z/000000/n',
  '',
])('an entry with a stamp that no clock can follow is not well-formed: "%s"', (recordedAt) => {
  const entry = entryWriter({ kind: 'ticket', id: 't1' }).unchecked('ticket.issued', null);
  expect(entrySchema.safeParse(entry).success).toBe(true);
  expect(entrySchema.safeParse({ ...entry, recordedAt }).success).toBe(false);
});

test('text that is not a stamp is a bug where it is read', () => {
  expect(() => parseStamp('yesterday')).toThrow(TypeError);
});
