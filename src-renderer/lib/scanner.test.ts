import { describe, expect, it } from 'vitest';
import { idleScanner, longestGapMs, scannerStep } from './scanner.ts';

function press(keys: readonly string[], gapMs: number) {
  return keys.reduce(
    (before, key, index) => {
      const step = scannerStep(before.state, key, 1_000 + index * gapMs);
      return { state: step.state, codes: [...before.codes, ...(step.code === undefined ? [] : [step.code])] };
    },
    { state: idleScanner, codes: [] as readonly string[] },
  ).codes;
}

const code = ['K', '7', 'M', '4', '9', 'Q', 'X', '2', 'A', 'B', 'C', 'D'];

describe('scanner', () => {
  it('gives the code of a fast burst that ends in Enter', () => {
    expect(press([...code, 'Enter'], 5)).toEqual(['K7M49QX2ABCD']);
  });

  it('hears the same keys at a typist’s pace as typing', () => {
    expect(press([...code, 'Enter'], longestGapMs + 1)).toEqual([]);
  });

  it('lets the scanner press Shift for capitals', () => {
    expect(press([...code.flatMap((key) => ['Shift', key]), 'Enter'], 5)).toEqual(['K7M49QX2ABCD']);
  });

  it('forgets what was typed before the burst', () => {
    const typed = scannerStep(idleScanner, 'x', 0).state;
    const first = scannerStep(typed, 'K', 500);
    expect(first).toEqual({ state: { text: 'K', lastAt: 500 }, hasBegun: true, code: undefined });
  });

  it('takes a short burst for rolled-over keys and an arrow key for the end of it', () => {
    expect(press(['s', 'a', 't', 'Enter'], 5)).toEqual([]);
    expect(press([...code, 'ArrowLeft', 'Enter'], 5)).toEqual([]);
  });

  it('does not take a late Enter for the end of the burst', () => {
    const burst = code.reduce((state, key, index) => scannerStep(state, key, index * 5).state, idleScanner);
    expect(scannerStep(burst, 'Enter', 2_000).code).toBeUndefined();
  });
});
