import { expect, test } from 'vitest';
import { createIds } from './ids.ts';

const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('ids are UUIDv7 and carry the time of their making', () => {
  const id = createIds(() => Date.UTC(2026, 2, 2, 6)).uuid();
  expect(id).toMatch(uuidV7);
  expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(Date.UTC(2026, 2, 2, 6));
});

test('ids made within one millisecond sort in the order of their making, beyond what the counter holds', () => {
  const ids = createIds(() => 1_700_000_000_000);
  const made = Array.from({ length: 20_000 }, () => ids.uuid());
  expect(made.toSorted()).toEqual(made);
  expect(new Set(made).size).toBe(made.length);
});

test('ids keep their order when the wall clock is set back', () => {
  const times = [5_000, 4_000, 4_500, 5_001];
  const ids = createIds(() => times.shift() ?? 0);
  const made = [ids.uuid(), ids.uuid(), ids.uuid(), ids.uuid()];
  expect(made.toSorted()).toEqual(made);
});
