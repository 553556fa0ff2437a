import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ShownCall } from '../../../src-shared/contract/display.ts';
import { type CallQueue, emptyQueue, mostWaiting, takeIn, takeNext } from './call-queue.ts';

const start = Date.parse('2026-03-10T07:00:00.000Z');
const at = (seconds: number) => new Date(start + seconds * 1_000).toISOString();

function call(label: string, seconds: number, changes: Partial<ShownCall> = {}): ShownCall {
  return {
    ...{ label, letter: 'A', colour: 'blue', calledAt: at(seconds), callNo: 1, isAwaited: true },
    place: { kind: 'desk', name: 'Banko 1' },
    ...changes,
  };
}

/** The states of a hall, each with its second; the newest call first, as the core gives them. */
function after(queue: CallQueue, ...states: readonly (readonly [number, readonly ShownCall[]])[]): CallQueue {
  return states.reduce(
    (before, [seconds, calls]) => takeIn(before, { calls: [...calls], now: at(seconds) }),
    queue,
  );
}

const labels = (queue: CallQueue) => queue.waiting.map(({ label }) => label);

test('calls are called out in the order in which they were made, each once', () => {
  const first = call('A101', 0);
  const second = call('A102', 1);
  const both = after(emptyQueue, [0, [first]], [1, [second, first]], [2, [second, first]]);
  expect(labels(both)).toEqual(['A101', 'A102']);
  const { call: next, rest } = takeNext(both);
  expect([next?.label, labels(rest)]).toEqual(['A101', ['A102']]);
  expect(labels(after(rest, [3, [second, first]]))).toEqual(['A102']);
});

test('a call that was undone, sent on, ended or met before its turn is not called out', () => {
  const calls = [call('A103', 2), call('A102', 1), call('A101', 0)];
  const all = after(emptyQueue, [2, calls]);
  expect(labels(after(all, [3, calls.slice(0, 2)]))).toEqual(['A102', 'A103']);
  expect(labels(after(all, [3, [call('A103', 2), call('A102', 1, { isAwaited: false })]]))).toEqual(['A103']);
});

test('a repeated call is called out again, once, also where its first was still waiting', () => {
  const repeated = call('A101', 9, { callNo: 2 });
  expect(labels(after(emptyQueue, [0, [call('A101', 0)]], [9, [repeated]]))).toEqual(['A101']);
  const { rest } = takeNext(after(emptyQueue, [0, [call('A101', 0)]]));
  expect(labels(after(rest, [5, [call('A101', 0)]]))).toEqual([]);
  expect(labels(after(rest, [9, [repeated]]))).toEqual(['A101']);
});

test('a display that begins, or comes back after a gap, is silent about what is older than a minute', () => {
  const calls = [call('A102', 100), call('A101', 20)];
  expect(labels(after(emptyQueue, [101, calls]))).toEqual(['A102']);
  expect(labels(after(emptyQueue, [300, calls]))).toEqual([]);
});

test('a call that waits for its turn longer than a minute is still called out', () => {
  const calls = [call('A102', 1), call('A101', 0)];
  expect(labels(after(emptyQueue, [1, calls], [90, calls]))).toEqual(['A101', 'A102']);
});

test('of more calls than can be said in time the newest are said', () => {
  const calls = Array.from({ length: mostWaiting + 2 }, (_, index) =>
    call(`A${101 + index}`, index),
  ).toReversed();
  expect(labels(after(emptyQueue, [8, calls]))).toEqual(
    ['A103', 'A104', 'A105', 'A106', 'A107', 'A108'].slice(-mostWaiting),
  );
});

test('whatever a hall does, no call is called out twice, and none that nobody waits for', () => {
  const move = fc.record({
    label: fc.constantFrom('A101', 'A102', 'A103', 'B101'),
    kind: fc.constantFrom('call', 'undo', 'meet', 'say', 'wait'),
  });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
      let queue = emptyQueue;
      let calls: readonly ShownCall[] = [];
      const said: string[] = [];
      moves.forEach(({ label, kind }, seconds) => {
        const others = calls.filter((known) => known.label !== label);
        if (kind === 'call') calls = [call(label, seconds), ...others];
        if (kind === 'undo') calls = others;
        if (kind === 'meet')
          calls = calls.map((known) => (known.label === label ? { ...known, isAwaited: false } : known));
        queue = takeIn(queue, { calls: [...calls], now: at(seconds) });
        if (kind !== 'say') return;
        const next = takeNext(queue);
        queue = next.rest;
        if (next.call === undefined) return;
        said.push(`${next.call.label} ${next.call.calledAt}`);
        expect(calls).toContainEqual(next.call);
        expect(next.call.isAwaited).toBe(true);
      });
      expect(new Set(said).size).toBe(said.length);
    }),
  );
});
