import { expect, test } from 'vitest';
import type { ShownCall } from '../../../src-shared/contract/display.ts';
import { createAnnouncer } from './announcer.ts';

const now = '2026-03-10T07:00:10.000Z';

function call(label: string, second: number): ShownCall {
  const calledAt = `2026-03-10T07:00:0${second}.000Z`;
  return {
    ...{ label, letter: 'A', colour: 'blue', calledAt, callNo: 1, isAwaited: true },
    place: { kind: 'desk', name: 'Banko 1' },
  };
}

/** An announcer whose every utterance lasts until the test ends it. */
function hall() {
  const heard: string[] = [];
  const running: (() => void)[] = [];
  let most = 0;
  const announcer = createAnnouncer({
    say: ({ label }) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      heard.push(label);
      running.push(resolve);
      most = Math.max(most, running.length);
      return promise;
    },
    onSaying: (saying) => heard.push(saying === null ? 'silence' : `(${saying.label})`),
  });
  return {
    heard,
    most: () => most,
    take: (...calls: readonly ShownCall[]) => announcer.take({ calls: [...calls], now }),
    /** The utterance ends, and what follows from it happens. */
    async ends() {
      running.shift()?.();
      await Promise.resolve();
    },
  };
}

test('numbers are called out one after the other, never two at once, then there is silence', async () => {
  const { take, ends, heard, most } = hall();
  take(call('A102', 2), call('A101', 1));
  take(call('A103', 3), call('A102', 2), call('A101', 1));
  expect(heard).toEqual(['(A101)', 'A101']);
  await ends();
  await ends();
  await ends();
  expect(heard).toEqual(['(A101)', 'A101', '(A102)', 'A102', '(A103)', 'A103', 'silence']);
  expect(most()).toBe(1);
});

test('a call that is undone before its turn is not heard, and one after a silence is', async () => {
  const { take, ends, heard } = hall();
  take(call('A102', 2), call('A101', 1));
  take(call('A101', 1));
  await ends();
  expect(heard).toEqual(['(A101)', 'A101', 'silence']);
  take(call('A103', 3), call('A101', 1));
  expect(heard.slice(3)).toEqual(['(A103)', 'A103']);
});
