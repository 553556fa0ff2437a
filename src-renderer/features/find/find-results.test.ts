import { expect, it } from 'vitest';
import type { ConsumerRow } from '../../../src-shared/contract/consumer.ts';
import { type Place, resultsFor } from './find-results.ts';

const places: readonly Place[] = [
  { label: 'Çözüm Noktası', route: { screen: 'solutionPoint' } },
  { label: 'İş Listeleri · Süresi geçti', route: { screen: 'workLists', list: 'overdue' } },
];
const consumer: ConsumerRow = {
  id: 'c1',
  kind: 'person',
  name: 'Ayşe Işık',
  maskedIdentityNo: null,
  maskedPhone: null,
  place: '',
  openApplications: 0,
};
const nothing = { applications: [], consumers: [] };

function idsFor(text: string, found = nothing): readonly string[] {
  return resultsFor(text, found, places).map(({ id }) => id);
}

it('offers every screen before anything is typed', () => {
  expect(idsFor('')).toEqual(['screen-Çözüm Noktası', 'screen-İş Listeleri · Süresi geçti']);
});

it('finds a screen without its Turkish letters', () => {
  expect(idsFor('COZUM')).toEqual(['screen-Çözüm Noktası']);
  expect(idsFor('is liste suresi')).toEqual(['screen-İş Listeleri · Süresi geçti']);
});

it('puts records before screens', () => {
  const found = { applications: [], consumers: [consumer] };
  expect(resultsFor('çözüm', found, places).map(({ id }) => id)).toEqual([
    'consumer-c1',
    'screen-Çözüm Noktası',
  ]);
});
