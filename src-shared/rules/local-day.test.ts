import { describe, expect, it } from 'vitest';
import { addDays, isLocalDay, isWeekend, toEpochDay } from './local-day.ts';

describe('local days', () => {
  it('cross months, years and leap days', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
    expect(toEpochDay('1970-01-02')).toBe(1);
  });

  it('know the weekend', () => {
    const week = [
      '2026-03-09',
      '2026-03-10',
      '2026-03-11',
      '2026-03-12',
      '2026-03-13',
      '2026-03-14',
      '2026-03-15',
    ];
    expect(week.filter((day) => isWeekend(toEpochDay(day)))).toEqual(['2026-03-14', '2026-03-15']);
    expect(
      ['1969-12-26', '1969-12-27', '1969-12-28', '1969-12-29'].map((day) => isWeekend(toEpochDay(day))),
    ).toEqual([false, true, true, false]);
  });

  it.each(['2026-02-30', '2026-13-01', '2026-3-1', '01.03.2026', '2026-03-10T00:00:00Z', ''])(
    'refuse %j',
    (text) => {
      expect(isLocalDay(text)).toBe(false);
      expect(() => toEpochDay(text)).toThrow(RangeError);
    },
  );
});
