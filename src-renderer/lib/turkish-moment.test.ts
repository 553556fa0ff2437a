import { describe, expect, it } from 'vitest';
import { parseTypedDay, parseTypedMoment } from './turkish-moment.ts';

const today = '2026-03-01';

describe('a day typed at the counter', () => {
  it.each([
    ['5.3.2026', '2026-03-05'],
    ['05/03/26', '2026-03-05'],
    ['05032026', '2026-03-05'],
    [' 31-12-2025 ', '2025-12-31'],
    ['bugün', '2026-03-01'],
    ['DÜN', '2026-02-28'],
  ])('reads %j', (text, day) => {
    expect(parseTypedDay(text, today)).toBe(day);
  });

  it.each(['', '30.2.2026', '5.13.2026', '2026-03-05', 'yarın değil', '5.3'])('refuses %j', (text) => {
    expect(parseTypedDay(text, today)).toBeUndefined();
  });
});

describe('a moment typed at the counter', () => {
  it.each([
    ['5.3.2026 14:07', '2026-03-05T14:07'],
    ['dün 9.30', '2026-02-28T09:30'],
    ['05032026 00:00', '2026-03-05T00:00'],
  ])('reads %j', (text, moment) => {
    expect(parseTypedMoment(text, today)).toBe(moment);
  });

  it.each(['5.3.2026', '14:07', '5.3.2026 24:00', '5.3.2026 12:60', '31.2.2026 10:00'])(
    'refuses %j',
    (text) => {
      expect(parseTypedMoment(text, today)).toBeUndefined();
    },
  );
});
