import { expect, test } from 'vitest';
import { type ReadingDay, unusualReading } from './unusual-reading.ts';

function daysOf(userId: string, ...opened: readonly number[]): ReadingDay[] {
  return opened.map((count, index) => ({
    userId,
    day: `2026-03-${String(index + 1).padStart(2, '0')}`,
    opened: count,
  }));
}

test('a day far above the person’s others is unusual, the latest first', () => {
  const days = daysOf('mehmet', 20, 25, 130, 22, 18, 24, 90);
  expect(unusualReading(days)).toEqual([
    { userId: 'mehmet', day: '2026-03-07', opened: 90, usual: 24 },
    { userId: 'mehmet', day: '2026-03-03', opened: 130, usual: 24 },
  ]);
});

test('whoever always opens many is not', () => {
  expect(unusualReading(daysOf('zeynep', 120, 130, 118, 140, 125, 150))).toEqual([]);
});

test('few are never unusual, however quiet the others were', () => {
  expect(unusualReading(daysOf('elif', 1, 1, 0, 1, 2, 1, 39))).toEqual([]);
  expect(unusualReading(daysOf('elif', 1, 1, 0, 1, 2, 1, 40))).toHaveLength(1);
});

test('who is new is measured by the others', () => {
  const others = daysOf('mehmet', 60, 70, 65, 62, 68, 71);
  expect(unusualReading([...others, ...daysOf('yeni', 100)])).toEqual([]);
  expect(unusualReading([...others, ...daysOf('yeni', 300)])).toMatchObject([{ userId: 'yeni', usual: 68 }]);
  expect(unusualReading(daysOf('tek', 50))).toMatchObject([{ usual: 0 }]);
});
