import { expect, it } from 'vitest';
import { fieldWords } from './field-words.ts';

it.each([
  ['2026-03-05', '05.03.2026'],
  ['2026-03-05T09:30', '05.03.2026 09:30'],
  ['2026-03-05T06:30:00.000Z', '05.03.2026 09:30'],
  ['+905321234567', '0532 123 45 67'],
  ['Buzdolabı', 'Buzdolabı'],
  ['2026', '2026'],
])('shows %j as %j', (stored, words) => {
  expect(fieldWords(stored)).toBe(words);
});
