import { expect, it } from 'vitest';
import provinceFile from '../../assets/provinces.json' with { type: 'json' };
import { provincesSchema } from './catalogue.ts';
import { districtsOf, isUnknownDistrict } from './provinces.ts';

const file = provincesSchema.parse(provinceFile);

it('a province is known in whatever letters, and one that is not served is not', () => {
  expect(districtsOf(file, 'uşak')).toEqual(['Merkez', 'Banaz', 'Eşme', 'Karahallı', 'Sivaslı', 'Ulubey']);
  expect(districtsOf(file, 'USAK ')).toEqual(districtsOf(file, 'Uşak'));
  expect(districtsOf(file, 'Ankara')).toBeUndefined();
});

it.each([
  ['Bilecik', 'Söğüt', false],
  ['Bilecik', 'sogut', false],
  ['Bilecik', '', false],
  ['Bilecik', 'Tavşanlı', true],
  ['Eskişehir', 'Merkez', true],
  ['Bursa', 'Tavşanlı', false],
  ['', 'Tavşanlı', false],
])('of %s the district “%s” is unknown: %s', (province, district, isUnknown) => {
  expect(isUnknownDistrict(file, { province, district })).toBe(isUnknown);
});
