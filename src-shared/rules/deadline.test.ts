import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import holidayFile from '../../assets/holidays.json' with { type: 'json' };
import { makeCalendar } from './calendar.ts';
import { allHolidays, holidaysSchema } from './catalogue.ts';
import { type DeadlineRule, deadlineState, defaultRule, dueAt } from './deadline.ts';

const calendar = makeCalendar(allHolidays(holidaysSchema.parse(holidayFile)));
const rule = (amount: number, unit: DeadlineRule['unit']): DeadlineRule => ({ ...defaultRule, amount, unit });

describe('dueAt', () => {
  it('gives an application 15 working days by default, to the end of the last day in İstanbul', () => {
    expect(dueAt(defaultRule, '2026-03-10T11:00:00.000Z', calendar)).toBe('2026-04-01T20:59:59.999Z');
  });

  it('counts from the local day, also between midnight in İstanbul and midnight UTC', () => {
    expect(dueAt(rule(1, 'workingDay'), '2026-03-10T20:59:59.999Z', calendar)).toBe(
      '2026-03-11T20:59:59.999Z',
    );
    expect(dueAt(rule(1, 'workingDay'), '2026-03-10T21:00:00.000Z', calendar)).toBe(
      '2026-03-12T20:59:59.999Z',
    );
  });

  it('moves the end of a calendar-day rule from a feast or weekend to the next working day', () => {
    expect(dueAt(rule(10, 'calendarDay'), '2026-03-10T09:00:00Z', calendar)).toBe('2026-03-23T20:59:59.999Z');
    expect(dueAt(rule(30, 'calendarDay'), '2026-03-10T09:00:00Z', calendar)).toBe('2026-04-09T20:59:59.999Z');
  });

  it('counts hours exactly, over nights and feasts', () => {
    expect(dueAt(rule(72, 'hour'), '2026-03-19T09:15:00.000Z', calendar)).toBe('2026-03-22T09:15:00.000Z');
  });

  it('never lets a later start fall due earlier', () => {
    const instant = fc
      .date({
        min: new Date('2024-01-01T00:00:00Z'),
        max: new Date('2030-06-01T00:00:00Z'),
        noInvalidDate: true,
      })
      .map((date) => date.toISOString());
    const unit = fc.constantFrom('workingDay', 'calendarDay', 'hour');
    fc.assert(
      fc.property(instant, instant, fc.integer({ min: 1, max: 40 }), unit, (a, b, amount, of) => {
        const [early, late] = a < b ? [a, b] : [b, a];
        return dueAt(rule(amount, of), early, calendar) <= dueAt(rule(amount, of), late, calendar);
      }),
    );
  });

  it('throws on a start that is no instant', () => {
    expect(() => dueAt(rule(1, 'hour'), 'dün', calendar)).toThrow(RangeError);
    expect(() => dueAt(defaultRule, 'dün', calendar)).toThrow(RangeError);
  });
});

describe('deadlineState', () => {
  const due = '2026-04-01T20:59:59.999Z';

  it.each([
    ['2026-03-31T20:59:59.999Z', 'on_time'],
    ['2026-03-31T21:00:00.000Z', 'at_risk'],
    ['2026-04-01T20:59:59.999Z', 'at_risk'],
    ['2026-04-01T21:00:00.000Z', 'overdue'],
  ])('at %s is %s', (now, state) => {
    expect(deadlineState(due, now)).toBe(state);
  });

  it('calls a deadline in hours overdue on the day itself once it has passed', () => {
    expect(deadlineState('2026-04-01T09:00:00.000Z', '2026-04-01T09:00:00.001Z')).toBe('overdue');
  });
});
