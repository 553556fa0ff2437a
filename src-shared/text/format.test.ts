import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatDate,
  formatDateTime,
  formatLongDay,
  formatMoney,
  formatNumber,
  formatTime,
  localDay,
} from './format.ts';

describe('localDay', () => {
  it('changes at midnight in İstanbul, not at midnight UTC', () => {
    expect(localDay('2026-03-10T20:59:59.999Z')).toBe('2026-03-10');
    expect(localDay('2026-03-10T21:00:00.000Z')).toBe('2026-03-11');
    expect(localDay('2026-12-31T21:00:00Z')).toBe('2027-01-01');
  });

  it('honours an offset in the text', () => {
    expect(localDay('2026-03-11T00:30:00+03:00')).toBe('2026-03-11');
  });

  it('agrees with the zone database for every instant from 2017 on', () => {
    const istanbul = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Istanbul', dateStyle: 'short' });
    const instants = fc.date({
      min: new Date('2017-01-01T00:00:00Z'),
      max: new Date('2037-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(fc.property(instants, (date) => localDay(date.toISOString()) === istanbul.format(date)));
  });

  it('throws on what is no instant', () => {
    expect(() => localDay('dün')).toThrow(RangeError);
  });
});

describe('dates for people', () => {
  it('writes dd.MM.yyyy with leading zeros', () => {
    expect(formatDate('2026-03-05T09:00:00Z')).toBe('05.03.2026');
    expect(formatDate('2026-03-04T22:00:00Z')).toBe('05.03.2026');
  });

  it('takes a bare day as it stands', () => {
    expect(formatDate('2026-03-05')).toBe('05.03.2026');
  });

  it('writes the time on a 24-hour clock', () => {
    expect(formatDateTime('2026-03-05T11:07:59Z')).toBe('05.03.2026 14:07');
    expect(formatTime('2026-03-05T21:07:00Z')).toBe('00:07');
  });
});

it('a day is written out as people say it, with its weekday', () => {
  expect(formatLongDay('2026-03-10')).toBe('10 Mart 2026 Salı');
  expect(formatLongDay('2026-12-06')).toBe('6 Aralık 2026 Pazar');
  expect(formatLongDay('2026-03-10', 'en')).toMatch(/^Tuesday,? 10 March 2026$/);
});

describe('numbers for people', () => {
  it('groups with dots and parts decimals with a comma', () => {
    expect(formatNumber(1234567.5)).toBe('1.234.567,5');
    expect(formatNumber(1234567)).toBe('1.234.567');
    expect(formatNumber(0.256, 1)).toBe('0,3');
    expect(formatNumber(-1234)).toBe('-1.234');
  });

  it('writes money as official letters do', () => {
    expect(formatMoney(1234567.5)).toBe('1.234.567,50 TL');
    expect(formatMoney(0)).toBe('0,00 TL');
  });
});
