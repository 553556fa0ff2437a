import { expect, it } from 'vitest';
import neighbourhoodFile from '../../assets/neighbourhoods.json' with { type: 'json' };
import provinceFile from '../../assets/provinces.json' with { type: 'json' };
import { neighbourhoodsSchema, provincesSchema } from './catalogue.ts';
import { districtsOf, isUnknownDistrict, neighbourhoodsOf } from './provinces.ts';

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

const neighbourhoods = neighbourhoodsSchema.parse(neighbourhoodFile);

it('every district of every province has its neighbourhoods, and there are no others', () => {
  const districts = neighbourhoods.provinces.map((one) => [one.name, one.districts.map(({ name }) => name)]);
  expect(districts).toEqual(file.provinces.map((one) => [one.name, one.districts]));
  expect(
    neighbourhoods.provinces.flatMap((one) => one.districts.flatMap((d) => d.neighbourhoods)).length,
  ).toBe(3_624);
});

it('neighbourhoods are found in whatever letters, and of a place that is not served there are none', () => {
  expect(neighbourhoodsOf(neighbourhoods, { province: 'ESKİŞEHİR', district: 'odunpazari' })).toContain(
    'Vişnelik Mahallesi',
  );
  expect(neighbourhoodsOf(neighbourhoods, { province: 'Ankara', district: 'Çankaya' })).toEqual([]);
  expect(neighbourhoodsOf(neighbourhoods, { province: 'Eskişehir', district: '' })).toEqual([]);
});
