import { expect, test } from 'vitest';
import { searchWords } from './search-words.ts';

test('an address is found by what is its own, however the street is abbreviated', () => {
  expect(searchWords('Vişnelik Mah. Taşköprü Cad.')).toEqual(['visnelik', 'taskopru']);
  expect(searchWords('Şehit Yusuf Sokağı')).toEqual(['yusuf']);
  expect(searchWords('VİŞNELİK MAHALLESİ Taşköprü caddesi')).toEqual(['visnelik', 'taskopru']);
});

test('a text of nothing but such words has no words to find it by', () => {
  expect(searchWords('Sokak  mahallesi')).toEqual([]);
});
