import { expect, test } from 'vitest';
import type { ConsumerFile } from '../../../src-shared/contract/consumer.ts';
import { leftToCard, onCardOf, typedInstead } from './card-fields.ts';
import { emptyDraft } from './draft.ts';

const consumer: ConsumerFile = {
  id: 'c1',
  kind: 'person',
  name: 'Ayşe Işık',
  identityNo: '100••••••46',
  phone: '05•• ••• 45 67',
  email: null,
  premises: null,
  isOfCrm: false,
  revealed: null,
};

test('what the card holds is left to it until something is typed in its place', () => {
  const onCard = onCardOf(consumer);
  expect(leftToCard({ ...emptyDraft, onCard })).toEqual(['identityNo', 'phone']);
  expect(leftToCard({ ...emptyDraft, onCard, phone: '0533 999 88 77' })).toEqual(['identityNo']);
});

test('what is shown whole on the card does not come to the form whole', () => {
  const until = '2026-03-10T07:15:00.000Z';
  const shown: ConsumerFile = {
    ...consumer,
    phone: '+905321234567',
    revealed: { fields: ['phone'], until },
  };
  expect(onCardOf(shown).phone).toBe('05•• ••• 45 67');
});

test.each([
  ['05•• ••• 45 67', '5', '5'],
  ['05•• ••• 45 67', '05•• ••• 45 678', '8'],
  ['05•• ••• 45 67', '05•• ••• 45 6', ''],
  ['05•• ••• 45 67', '', ''],
])('of %j changed to %j what was typed is %j', (masked, next, typed) => {
  expect(typedInstead(masked, next)).toBe(typed);
});
