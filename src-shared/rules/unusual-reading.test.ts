import { expect, test } from 'vitest';
import { isStillNoted, offHoursReading, type ReadingDay, unusualReading } from './unusual-reading.ts';

function daysOf(userId: string, ...opened: readonly number[]): ReadingDay[] {
  return opened.map((count, index) => ({
    userId,
    day: `2026-03-${String(index + 1).padStart(2, '0')}`,
    count,
  }));
}

test('a day far above the person’s others is unusual, the latest first', () => {
  const days = daysOf('mehmet', 20, 25, 130, 22, 18, 24, 90);
  expect(unusualReading(days, 'opened')).toEqual([
    { userId: 'mehmet', day: '2026-03-07', count: 90, usual: 24 },
    { userId: 'mehmet', day: '2026-03-03', count: 130, usual: 24 },
  ]);
});

test('whoever always opens many is not', () => {
  expect(unusualReading(daysOf('zeynep', 120, 130, 118, 140, 125, 150), 'opened')).toEqual([]);
});

test('few are never unusual, however quiet the others were', () => {
  expect(unusualReading(daysOf('elif', 1, 1, 0, 1, 2, 1, 39), 'opened')).toEqual([]);
  expect(unusualReading(daysOf('elif', 1, 1, 0, 1, 2, 1, 40), 'opened')).toHaveLength(1);
});

test('who is new is measured by the others', () => {
  const others = daysOf('mehmet', 60, 70, 65, 62, 68, 71);
  expect(unusualReading([...others, ...daysOf('yeni', 100)], 'opened')).toEqual([]);
  expect(unusualReading([...others, ...daysOf('yeni', 300)], 'opened')).toMatchObject([
    { userId: 'yeni', usual: 68 },
  ]);
  expect(unusualReading(daysOf('tek', 50), 'opened')).toMatchObject([{ usual: 0 }]);
});

test('fifteen reveals on a day are unusual for whoever has few', () => {
  expect(unusualReading(daysOf('elif', 1, 1, 0, 1, 2, 1, 14), 'revealed')).toEqual([]);
  expect(unusualReading(daysOf('elif', 1, 1, 0, 1, 2, 1, 15), 'revealed')).toMatchObject([{ count: 15 }]);
});

test('reading at night and on a closed day is told by day, from three on', () => {
  const hour = (day: string, hour: number, count: number) => ({ userId: 'mehmet', day, hour, count });
  const hours = [
    hour('2026-03-10', 6, 1),
    hour('2026-03-10', 7, 90),
    hour('2026-03-10', 19, 90),
    hour('2026-03-10', 20, 2),
    hour('2026-03-11', 23, 2),
    hour('2026-03-14', 11, 4),
  ];
  expect(offHoursReading(hours, (day) => day === '2026-03-14')).toEqual([
    { userId: 'mehmet', day: '2026-03-10', count: 3 },
    { userId: 'mehmet', day: '2026-03-14', count: 4 },
  ]);
});

test('what was taken note of is told again when it has doubled', () => {
  expect([undefined, 40, 40].map((noted, index) => isStillNoted(noted, [40, 79, 80][index] ?? 0))).toEqual([
    false,
    true,
    false,
  ]);
});
