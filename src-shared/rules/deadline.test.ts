import { describe, expect, it } from 'vitest';
import holidayFile from '../../assets/holidays.json' with { type: 'json' };
import { ruleOf } from '../testing/deadlines.ts';
import { makeCalendar } from './calendar.ts';
import { allHolidays, holidaysSchema } from './catalogue.ts';
import { deadlineOf, deadlineState, dueAt, workingDaysLeft } from './deadline.ts';
import { type DeadlineRule, defaultRule } from './deadline-rule.ts';
import type { Pause } from './pause.ts';

const calendar = makeCalendar(allHolidays(holidaysSchema.parse(holidayFile)));
const due = (rule: DeadlineRule, startedAt: string, pauses: readonly Pause[] = []): string =>
  dueAt(rule, { startedAt, pauses }, calendar);

describe('dueAt', () => {
  it.each([
    ['2026-03-10', 15, '2026-04-01'],
    ['2026-03-10', 10, '2026-03-25'],
    ['2026-05-15', 15, '2026-06-11'],
    ['2026-07-10', 15, '2026-08-03'],
    ['2026-10-20', 15, '2026-11-11'],
  ])('gives an application of %s that has %i working days until the end of %s', (day, amount, last) => {
    for (const time of ['00:00:00.000', '11:30:00.000', '23:59:59.999'])
      expect(due(ruleOf(amount, 'workingDay'), `${day}T${time}+03:00`)).toBe(`${last}T20:59:59.999Z`);
  });

  it('counts from the local day, also between midnight in İstanbul and midnight UTC', () => {
    const one = ruleOf(1, 'workingDay');
    expect(due(one, '2026-03-10T20:59:59.999Z')).toBe('2026-03-11T20:59:59.999Z');
    expect(due(one, '2026-03-10T21:00:00.000Z')).toBe('2026-03-12T20:59:59.999Z');
  });

  it('moves the end of a calendar-day rule from a feast or weekend to the next working day', () => {
    expect(due(ruleOf(10, 'calendarDay'), '2026-03-10T09:00:00Z')).toBe('2026-03-23T20:59:59.999Z');
    expect(due(ruleOf(30, 'calendarDay'), '2026-03-10T09:00:00Z')).toBe('2026-04-09T20:59:59.999Z');
  });

  it('counts hours exactly, over nights and feasts', () => {
    expect(due(ruleOf(72, 'hour'), '2026-03-19T09:15:00.000Z')).toBe('2026-03-22T09:15:00.000Z');
  });

  it.each([
    ['no half day, once an administrator says so', 'half_day_pm', '2026-10-20', '2026-11-12T20:59:59.999Z'],
    ['no administrative leave, likewise', 'administrative_leave', '2025-04-01', '2025-04-28T20:59:59.999Z'],
  ])('counts %s', (_, kind, day, last) => {
    const strict = makeCalendar(
      calendar.holidays.map((holiday) =>
        holiday.kind === kind ? { ...holiday, affectsDeadline: true } : holiday,
      ),
    );
    const startedAt = `${day}T12:00:00+03:00`;
    expect(dueAt(defaultRule, { startedAt }, strict)).toBe(last);
    expect(dueAt(defaultRule, { startedAt }, calendar) < last).toBe(true);
  });

  it('throws on a start that is no instant', () => {
    expect(() => due(ruleOf(1, 'hour'), 'dün')).toThrow(RangeError);
    expect(() => due(defaultRule, 'dün')).toThrow(RangeError);
  });
});

describe('a pause', () => {
  const pausable = ruleOf(5, 'workingDay', { pauses: ['waiting_for_applicant'] });
  const start = '2026-06-01T09:00:00+03:00';
  const plain = '2026-06-08T20:59:59.999Z';
  const pause = (from: string, to: string): readonly Pause[] => [
    { reason: 'waiting_for_applicant', from: `2026-06-${from}+03:00`, to: `2026-06-${to}+03:00` },
  ];

  it.each([
    ['leaves out the day on which it begins, not the one on which it ends', '03T16:00', '04T08:00', '09'],
    ['leaves out the working days between', '03T08:00', '08T17:00', '11'],
    ['within one day moves nothing', '03T00:00', '03T23:59', '08'],
    ['over a weekend takes its Friday alone', '05T17:00', '08T08:00', '09'],
    ['that begins on the last day takes that day', '08T23:00', '11T09:00', '11'],
    ['that begins after the last day moves nothing', '09T00:00', '20T09:00', '08'],
    ['that ends as the clock starts moves nothing', '01T06:00', '01T10:00', '08'],
  ])('%s', (_, from, to, last) => {
    expect(due(pausable, start, pause(from, to))).toBe(`2026-06-${last}T20:59:59.999Z`);
  });

  it('moves nothing where the rule does not allow its reason', () => {
    const strict = { ...pausable, pauses: ['measurement'] as const };
    expect(due(strict, start, pause('03T08:00', '08T17:00'))).toBe(plain);
    expect(due({ ...pausable, pauses: [] }, start, pause('03T08:00', '08T17:00'))).toBe(plain);
  });

  it('moves nothing where it ends before it begins', () => {
    expect(due(pausable, start, pause('08T08:00', '03T17:00'))).toBe(plain);
  });

  it('stops hours for exactly its span, counting what two pauses share once', () => {
    const hours = ruleOf(24, 'hour', { pauses: ['waiting_for_applicant'] });
    const twice = [...pause('01T10:00', '01T12:00'), ...pause('01T11:00', '01T12:30')];
    expect(due(hours, start, twice)).toBe('2026-06-02T08:30:00.000Z');
    expect(due(hours, start, pause('01T06:00', '01T10:15'))).toBe('2026-06-02T07:15:00.000Z');
    expect(due(hours, start, pause('02T09:00', '05T09:00'))).toBe('2026-06-02T06:00:00.000Z');
  });

  it('keeps a calendar-day rule from ending while the clock stands', () => {
    const days = ruleOf(12, 'calendarDay', { pauses: ['waiting_for_applicant'] });
    expect(due(days, start)).toBe('2026-06-15T20:59:59.999Z');
    expect(due(days, start, pause('15T09:00', '17T09:00'))).toBe('2026-06-17T20:59:59.999Z');
  });
});

describe('deadlineOf', () => {
  const rule = ruleOf(15, 'workingDay', { dueField: 'externalDueAt', legalBasis: 'Kanun' });
  const at = '2026-03-10T08:00:00.000Z';
  const letter = 'Kurumun yazısında verilen son tarih';

  it.each([
    [
      'the day that an authority has named, where it comes first',
      '2026-03-20',
      '2026-03-20T20:59:59.999Z',
      letter,
    ],
    ['that day also where the letter came too late', '2026-03-02', '2026-03-02T20:59:59.999Z', letter],
    [
      'what the rule gives, where the authority names a later day',
      '2026-06-01',
      '2026-04-01T20:59:59.999Z',
      'Kanun',
    ],
    ['what the rule gives, where no day was named', '', '2026-04-01T20:59:59.999Z', 'Kanun'],
  ])('gives %s', (_, externalDueAt, expected, deadlineBasis) => {
    expect(deadlineOf([rule], at, { externalDueAt }, calendar)).toEqual({
      dueAt: expected,
      deadlineBasis,
    });
  });

  it('takes version, start and period by what is known at registration', () => {
    const old = ruleOf(1, 'hour', { validFrom: '2020-01-01', validTo: '2025-12-31' });
    const now = ruleOf(24, 'hour', {
      ...{ startEvent: 'eventAt', eventField: 'paidAt', validFrom: '2026-01-01', legalBasis: 'Yeni' },
      variants: [{ field: 'zone', value: 'outside', amount: 48, unit: 'hour' }],
    });
    const fields = { paidAt: '2026-03-10T08:00', zone: 'outside' };
    expect(deadlineOf([old, now], at, fields, calendar)).toEqual({
      dueAt: '2026-03-12T05:00:00.000Z',
      deadlineBasis: 'Yeni',
    });
  });
});

describe('deadlineState', () => {
  const last = '2026-04-01T20:59:59.999Z';

  it.each([
    ['2026-03-31T20:59:59.999Z', 'on_time'],
    ['2026-03-31T21:00:00.000Z', 'at_risk'],
    ['2026-04-01T20:59:59.999Z', 'at_risk'],
    ['2026-04-01T21:00:00.000Z', 'overdue'],
  ])('at %s is %s', (now, state) => {
    expect(deadlineState(last, now)).toBe(state);
  });

  it('calls a deadline in hours overdue on the day itself once it has passed', () => {
    expect(deadlineState('2026-04-01T09:00:00.000Z', '2026-04-01T09:00:00.001Z')).toBe('overdue');
  });
});

describe('workingDaysLeft', () => {
  it.each([
    ['all of them on the day of registration', '2026-03-10T08:00:00Z', 15],
    ['one on the day before', '2026-03-31T20:59:59.999Z', 1],
    ['none on the last day', '2026-03-31T21:00:00.000Z', 0],
    ['minus one on the working day after', '2026-04-02T08:00:00Z', -1],
    ['minus two on the weekend after that', '2026-04-05T08:00:00Z', -2],
  ])('are %s', (_, now, left) => {
    expect(workingDaysLeft('2026-04-01T20:59:59.999Z', now, calendar)).toBe(left);
  });

  it('are none where only days off lie before a deadline in hours', () => {
    expect(workingDaysLeft('2026-03-22T09:15:00.000Z', '2026-03-20T09:15:00.000Z', calendar)).toBe(0);
  });
});
