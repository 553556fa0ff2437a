import { describe, expect, it } from 'vitest';
import { ruleOf } from '../testing/deadlines.ts';
import { defaultRule, pauseAllowed, periodOf, ruleInForce, startOf } from './deadline-rule.ts';

describe('ruleInForce', () => {
  const old = ruleOf(20, 'workingDay', { validFrom: '2021-01-01', validTo: '2025-12-31' });
  const now = ruleOf(10, 'workingDay', { validFrom: '2026-01-01' });

  it.each([
    ['2025-12-31T20:59:59.999Z', 20],
    ['2025-12-31T21:00:00.000Z', 10],
    ['2030-01-01T00:00:00.000Z', 10],
    ['2019-05-01T00:00:00.000Z', 20],
  ])('at %s gives %i days, changing at midnight in İstanbul', (at, amount) => {
    expect(ruleInForce([old, now], at).amount).toBe(amount);
  });

  it('gives 15 working days from registration where a topic has no rule', () => {
    expect(ruleInForce([], '2026-03-10T08:00:00Z')).toBe(defaultRule);
  });
});

describe('periodOf', () => {
  const lighting = ruleOf(24, 'hour', {
    variants: [{ field: 'zone', value: 'outside', amount: 72, unit: 'hour' }],
  });

  it.each([
    [{ zone: 'inside' }, 24],
    [{ zone: 'outside' }, 72],
    [{ zone: ' outside ' }, 72],
    [{ zone: 'unknown' }, 24],
    [{ zone: '' }, 24],
    [{}, 24],
  ])('gives for %j %i hours', (fields, amount) => {
    expect(periodOf(lighting, fields)).toEqual({ amount, unit: 'hour' });
  });
});

describe('startOf', () => {
  const registeredAt = '2026-03-10T11:00:00.000Z';
  const byPayment = ruleOf(24, 'hour', { startEvent: 'eventAt', eventField: 'paidAt' });

  it.each([
    ['the event with its offset', '2026-03-10T09:00:00+03:00', '2026-03-10T06:00:00.000Z'],
    ['the event in İstanbul, where it has no offset', '2026-03-10T09:00', '2026-03-10T06:00:00.000Z'],
    ['the midnight of a day', '2026-03-09', '2026-03-08T21:00:00.000Z'],
    ['registration, where the event is not known', '', registeredAt],
    ['registration, where the event is no time', 'dün', registeredAt],
    ['registration, where the event is said to come after it', '2026-04-10T09:00', registeredAt],
  ])('is %s', (_, paidAt, start) => {
    expect(startOf(byPayment, registeredAt, { paidAt })).toBe(start);
  });

  it('is registration for every rule that does not ask for an event', () => {
    expect(startOf(defaultRule, registeredAt, { paidAt: '2026-03-01' })).toBe(registeredAt);
    expect(startOf(byPayment, registeredAt, {})).toBe(registeredAt);
  });
});

it('allows a pause only where the rule names its reason, and by default none', () => {
  const rule = ruleOf(15, 'workingDay', { pauses: ['measurement'] });
  expect(pauseAllowed(rule, 'measurement')).toBe(true);
  expect(pauseAllowed(rule, 'waiting_for_applicant')).toBe(false);
  expect(pauseAllowed(defaultRule, 'measurement')).toBe(false);
});
