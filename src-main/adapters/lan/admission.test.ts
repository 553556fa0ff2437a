import { beforeEach, expect, test } from 'vitest';
import { type Admission, createAdmission } from './admission.ts';
import { maxUnknownPerAddress, nextStrangerMs, strangersAtOnce } from './limits.ts';

let now = 0;
let admission: Admission;
beforeEach(() => {
  now = 0;
  admission = createAdmission(() => now);
});

function strangers(address: string, count: number): number {
  return Array.from({ length: count }, () => {
    const visit = admission.enter(address);
    visit?.left();
    return visit;
  }).filter((visit) => visit !== undefined).length;
}

test('so many strangers of one address are let in at once, then one from time to time', () => {
  expect(strangers('a', strangersAtOnce + 10)).toBe(strangersAtOnce);
  now += nextStrangerMs - 1;
  expect(strangers('a', 10)).toBe(0);
  now += 1;
  expect(strangers('a', 10)).toBe(1);
  now += 3 * nextStrangerMs;
  expect(strangers('a', 10)).toBe(3);
  now += 1_000 * nextStrangerMs;
  expect(strangers('a', strangersAtOnce + 10)).toBe(strangersAtOnce);
});

test('strangers of one address take nothing from another', () => {
  strangers('a', strangersAtOnce + 10);
  expect(strangers('b', 1)).toBe(1);
});

test('trusted PCs use up nothing, however often they come', () => {
  for (let n = 0; n < 10 * strangersAtOnce; n += 1) {
    const visit = admission.enter('a');
    expect(visit).toBeDefined();
    visit?.passed();
    visit?.left();
  }
});

test('only so many of one address may be on the way to showing a key', () => {
  const visits = Array.from({ length: maxUnknownPerAddress }, () => admission.enter('a'));
  expect(visits).not.toContain(undefined);
  expect(admission.enter('a')).toBeUndefined();
  visits[0]?.passed();
  expect(admission.enter('a')).toBeDefined();
  expect(admission.enter('a')).toBeUndefined();
});

test('a visit that ends twice counts once', () => {
  const visit = admission.enter('a');
  visit?.left();
  visit?.left();
  expect(strangers('a', strangersAtOnce)).toBe(strangersAtOnce - 1);
});

test('what it keeps of addresses has an end, and comes free again', () => {
  for (let n = 0; n < 1_000; n += 1) strangers(`address ${n}`, 1);
  expect(admission.enter('one more')).toBeUndefined();
  now += nextStrangerMs;
  expect(admission.enter('one more')).toBeDefined();
});
