import { expect, test } from 'vitest';
import { holdsPersonalNumber } from './personal-number.ts';

test.each([
  'Geri arasın: 0532 123 45 67',
  '(0532)123-4567 bekliyor',
  '+905321234567',
  'TC 10000000146',
  '444 12 34',
])('a note points to a person by its number: %s', (note) => expect(holdsPersonalNumber(note)).toBe(true));

test.each([
  '',
  '2140 dahili yanıt vermedi',
  'Saat 14.30 ile 16.00 arası arasın',
  '26-2026-0100001',
  'B1, 2. kat',
])('a note that names no number of a person is fine: %s', (note) =>
  expect(holdsPersonalNumber(note)).toBe(false),
);
