import { expect, test } from 'vitest';
import { answerOf, typedAnswer } from './topic-answer.ts';

const today = '2026-03-05';

test.each([
  ['date', 'dün', '2026-03-04'],
  ['datetime', '5.3.2026 9.30', '2026-03-05T09:30'],
  ['number', '1.250,5', '1250.5'],
  ['phone', '0222 230 00 00', '+902222300000'],
  ['text', 'Buzdolabı', 'Buzdolabı'],
  ['choice', 'approval', 'approval'],
] as const)('%s: %s is kept as %s', (kind, typed, stored) => {
  expect(answerOf({ kind }, typed, today)).toBe(stored);
});

test.each([
  ['date', '31.02.2026'],
  ['datetime', '5.3.2026'],
  ['number', 'on'],
  ['phone', '12'],
] as const)('%s: %s makes no answer', (kind, typed) => {
  expect(answerOf({ kind }, typed, today)).toBeUndefined();
});

test.each([
  ['date', '2026-03-05', '05.03.2026'],
  ['datetime', '2026-03-05T09:30', '05.03.2026 09:30'],
  ['number', '1250.5', '1250,5'],
  ['phone', '+902222300000', '0222 230 00 00'],
  ['text', 'Buzdolabı', 'Buzdolabı'],
] as const)('%s: %s is shown as one would type it, and comes back the same', (kind, stored, typed) => {
  expect(typedAnswer({ kind }, stored)).toBe(typed);
  expect(answerOf({ kind }, typed, today)).toBe(stored);
});
