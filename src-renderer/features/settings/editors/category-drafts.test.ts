import { expect, it } from 'vitest';
import type { Category } from '../../../../src-shared/contract/ticket.ts';
import { categoryDrafts, categoryInputs, newCategory } from './category-drafts.ts';
import { typedTime } from './typed-time.ts';

const outage: Category = {
  ...{ code: 'outage', name: 'Kesinti', letter: 'A', colour: 'orange', firstNumber: 100, dailyLimit: null },
  ...{ deskCodes: ['B1'], opensAt: '08:30', closesAt: null, weight: 1.5 },
};

it('gives back what is saved when nothing was changed', () => {
  expect(categoryInputs(categoryDrafts([outage]))).toEqual([outage]);
});

it('gives a new category a free letter and colour, and a code from its name that nobody has', () => {
  const drafts = categoryDrafts([outage]);
  const added = newCategory(drafts, 'made-up');
  expect(added).toMatchObject({ letter: 'B', colour: 'blue' });
  const named = ['Outage', 'İşyeri Çağrısı', '2. el sayaç'].map((name) => ({ ...added, name }));
  expect(categoryInputs([...drafts, ...named]).map(({ code }) => code)).toEqual([
    'outage',
    'outage_2',
    'isyeri_cagrisi',
    'k_2_el_sayac',
  ]);
});

it('sends an emptied number as none, which the core refuses at its field', () => {
  const [draft] = categoryDrafts([outage]);
  expect(draft && categoryInputs([{ ...draft, firstNumber: '' }])[0]?.firstNumber).toBeNaN();
});

it('reads times as people type them, and leaves alone what is none', () => {
  expect(['8', '830', '16.05', ' 9:15 ', '', '25:00', 'öğle'].map(typedTime)).toEqual([
    '08:00',
    '08:30',
    '16:05',
    '09:15',
    '',
    '25:00',
    'öğle',
  ]);
});
