import { describe, expect, it } from 'vitest';
import { movedTo } from './moved-to.ts';

describe('moving through the list', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['ArrowUp', 3, 2],
    ['PageDown', 3, 8],
    ['PageUp', 3, 0],
    ['Home', 3, 0],
    ['End', 3, 9],
    ['ArrowDown', 9, 9],
    ['ArrowUp', 0, 0],
  ])('%s leads from row %i to row %i', (key, from, to) => {
    expect(movedTo(key, from, 10, 5)).toBe(to);
  });

  it('leaves other keys alone, and every key in an empty list', () => {
    expect(movedTo('a', 3, 10, 5)).toBeUndefined();
    expect(movedTo('End', 0, 0, 5)).toBeUndefined();
  });
});
