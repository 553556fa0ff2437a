import { expect, test } from 'vitest';
import { clockTimePattern, isOpenAt } from './opening-hours.ts';

/** 10 March 2026 on the clock in İstanbul, which is three hours ahead. */
const at = (time: string) => new Date(Date.parse(`2026-03-10T${time}:00.000+03:00`)).toISOString();
const open = (opensAt: string | null, closesAt: string | null) => (time: string) =>
  isOpenAt({ opensAt, closesAt }, at(time));

test('a category without hours is always open', () => {
  expect(['00:00', '12:00', '23:59'].map(open(null, null))).toEqual([true, true, true]);
});

test('it opens with the minute of its opening and closes with that of its closing, on the clock in İstanbul', () => {
  expect(['08:29', '08:30', '16:29', '16:30'].map(open('08:30', '16:30'))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('one bound alone is enough', () => {
  expect(['08:59', '09:00', '23:59'].map(open('09:00', null))).toEqual([false, true, true]);
  expect(['00:00', '11:59', '12:00'].map(open(null, '12:00'))).toEqual([true, true, false]);
});

test('a time is two digits, a colon and two digits of a day', () => {
  const times = ['00:00', '09:05', '23:59', '24:00', '9:05', '09:60', '0905', '09:05:00', ''];
  expect(times.filter((time) => clockTimePattern.test(time))).toEqual(['00:00', '09:05', '23:59']);
});
