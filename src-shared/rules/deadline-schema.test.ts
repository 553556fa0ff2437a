import { describe, expect, it } from 'vitest';
import { ruleOf } from '../testing/deadlines.ts';
import type { DeadlineRule } from './deadline-rule.ts';
import { deadlineFieldFaults, deadlineRuleSchema, deadlinesSchema } from './deadline-schema.ts';

function faultsOf(result: ReturnType<typeof deadlinesSchema.safeParse>): readonly string[] {
  return result.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
}

describe('the versions of a deadline', () => {
  const version = (validFrom: string, validTo?: string): DeadlineRule =>
    ruleOf(15, 'workingDay', { validFrom, validTo });

  it('are taken where each day from the first on has exactly one', () => {
    const versions = [
      version('2021-01-01', '2024-02-29'),
      version('2024-03-01', '2025-12-31'),
      version('2026-01-01'),
    ];
    expect(deadlinesSchema.parse(versions)).toEqual(versions);
  });

  it.each([
    ['there is none', [], ': En az bir süre kuralı bulunmalıdır.'],
    [
      'two overlap',
      [version('2021-01-01', '2026-01-01'), version('2026-01-01')],
      '0.validTo: Sürümler çakışıyor: bu sürüm, bir sonrakinin başladığı 2026-01-01 gününden önce bitmelidir.',
    ],
    [
      'one has no end before the next',
      [version('2021-01-01'), version('2026-01-01')],
      '0.validTo: Sürümler çakışıyor: bu sürüm, bir sonrakinin başladığı 2026-01-01 gününden önce bitmelidir.',
    ],
    [
      'a day is without one',
      [version('2021-01-01', '2025-12-30'), version('2026-01-01')],
      '0.validTo: Sürümler arasında boşluk var: bir sonraki sürüm 2026-01-01 günü başlıyor.',
    ],
    [
      'the last one ends',
      [version('2021-01-01', '2030-12-31')],
      '0.validTo: Son sürümün bitiş tarihi olamaz: ondan sonra geçerli kural kalmaz.',
    ],
    [
      'one ends before it begins',
      [version('2021-01-01', '2020-01-01'), version('2020-01-02')],
      '0.validTo: Bitiş tarihi, başlangıç tarihinden önce olamaz.',
    ],
  ])('are refused where %s', (_, versions, fault) => {
    expect(faultsOf(deadlinesSchema.safeParse(versions))).toEqual([fault]);
  });
});

describe('a rule is refused', () => {
  const variant = { field: 'zone', value: 'outside', amount: 72, unit: 'hour' } as const;

  it.each([
    ['without the field of the event that starts it', { startEvent: 'eventAt' }, 'eventField'],
    ['with such a field where registration starts it', { eventField: 'paidAt' }, 'eventField'],
    ['with two periods for one value', { variants: [variant, { ...variant, amount: 48 }] }, 'variants'],
    ['with an empty list of variants', { variants: [] }, 'variants'],
    ['with a pause that nobody knows', { pauses: ['lunch'] }, 'pauses.0'],
    ['with a pause that it names twice', { pauses: ['measurement', 'measurement'] }, 'pauses'],
    ['with a basis too long for the record', { legalBasis: 'x'.repeat(301) }, 'legalBasis'],
    ['without a period', { amount: 0 }, 'amount'],
  ])('%s', (_, change, path) => {
    const { error } = deadlineRuleSchema.safeParse({ ...ruleOf(24, 'hour'), ...change });
    expect(error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });
});

it('names what a rule wants of the topic and the topic has not', () => {
  const fields = [
    { key: 'paidAt', kind: 'datetime' },
    { key: 'zone', kind: 'choice', choices: [{ value: 'inside' }, { value: 'outside' }] },
    { key: 'place', kind: 'text' },
  ];
  const variantOf = (field: string, value: string) => ({ field, value, amount: 1, unit: 'hour' as const });
  const rule = ruleOf(1, 'hour', {
    ...{ eventField: 'place', dueField: 'paidAt' },
    variants: [variantOf('zone', 'outside'), variantOf('zone', 'beyond'), variantOf('nowhere', 'inside')],
  });
  expect(deadlineFieldFaults([ruleOf(1, 'hour'), rule], fields)).toEqual([
    { path: [1, 'eventField'], message: 'Konunun bu adda bir tarih ya da zaman alanı yok.' },
    { path: [1, 'dueField'], message: 'Konunun bu adda bir tarih alanı yok.' },
    { path: [1, 'variants', 1], message: 'Konunun böyle bir seçeneği yok.' },
    { path: [1, 'variants', 2], message: 'Konunun böyle bir seçeneği yok.' },
  ]);
});
