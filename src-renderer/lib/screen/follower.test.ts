import { expect, test } from 'vitest';
import { askAgainMs, askWithdrawnMs, createFollower, firstRetryMs } from './follower.ts';
import type { LastGood } from './last-good.ts';
import type { ScreenAnswer } from './screen-client.ts';

/** A server that answers as the test says, and a clock that the test moves. */
function stage(before?: { readonly value: string; readonly at: number }) {
  let kept = before;
  let answer: ScreenAnswer<string> = { kind: 'answered', value: 'one' };
  let now = 1_000;
  let timers: { readonly at: number; readonly run: () => void }[] = [];
  let listener: (() => void) | undefined;
  let asked = 0;
  const lastGood: LastGood<string> = {
    read: () => kept,
    keep: (value, at) => {
      kept = { value, at };
    },
    forget: () => {
      kept = undefined;
    },
  };
  const follower = createFollower<string>({
    ask: async () => {
      asked += 1;
      return answer;
    },
    onChanged: (given) => {
      listener = given;
      return () => {
        listener = undefined;
      };
    },
    lastGood,
    now: () => now,
    after: (millis, run) => {
      const timer = { at: now + millis, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
  });
  return {
    follower,
    kept: () => kept,
    asked: () => asked,
    isListening: () => listener !== undefined,
    server: (next: ScreenAnswer<string>) => {
      answer = next;
    },
    announce: async () => {
      listener?.();
      await settled();
    },
    pass: async (millis: number) => {
      now += millis;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { run } of due) run();
      await settled();
    },
  };
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

test('a screen shows the latest answer, and a new one as soon as something is announced', async () => {
  const on = stage();
  expect(on.follower.current()).toEqual({ value: undefined, at: null, link: 'connecting', failure: null });
  on.follower.start();
  await settled();
  expect(on.follower.current()).toEqual({ value: 'one', at: 1_000, link: 'connected', failure: null });
  on.server({ kind: 'answered', value: 'two' });
  await on.announce();
  expect(on.follower.current()).toMatchObject({ value: 'two', link: 'connected' });
});

test('while the server is away the last good answer stays with its time, and comes back by itself', async () => {
  const on = stage();
  on.follower.start();
  await settled();
  on.server({ kind: 'unreachable' });
  await on.pass(askAgainMs);
  expect(on.follower.current()).toEqual({ value: 'one', at: 1_000, link: 'lost', failure: null });
  on.server({ kind: 'answered', value: 'two' });
  await on.pass(firstRetryMs);
  expect(on.follower.current()).toMatchObject({ value: 'two', at: 12_000, link: 'connected' });
});

test('a server that stays away is asked less and less often, and never given up', async () => {
  const on = stage();
  on.server({ kind: 'unreachable' });
  on.follower.start();
  await settled();
  for (const pause of [1_000, 2_000, 4_000, 8_000, askAgainMs, askAgainMs]) {
    const before = on.asked();
    await on.pass(pause - 1);
    expect(on.asked()).toBe(before);
    await on.pass(1);
    expect(on.asked()).toBe(before + 1);
  }
});

test('a screen that starts while the server is away shows what it knew before, and since when', async () => {
  const on = stage({ value: 'yesterday', at: 5 });
  on.server({ kind: 'unreachable' });
  on.follower.start();
  await settled();
  expect(on.follower.current()).toEqual({ value: 'yesterday', at: 5, link: 'lost', failure: null });
});

test('a screen that was withdrawn forgets what it showed, stops listening, and may be let in again', async () => {
  const on = stage();
  on.follower.start();
  await settled();
  expect(on.isListening()).toBe(true);
  on.server({ kind: 'withdrawn' });
  await on.announce();
  expect(on.follower.current()).toEqual({ value: undefined, at: null, link: 'withdrawn', failure: null });
  expect([on.kept(), on.isListening()]).toEqual([undefined, false]);
  on.server({ kind: 'answered', value: 'again' });
  await on.pass(askWithdrawnMs);
  expect(on.follower.current()).toMatchObject({ value: 'again', link: 'connected' });
  expect(on.isListening()).toBe(true);
});

test('a refusal of the core is said, and what was shown before stays', async () => {
  const on = stage();
  on.follower.start();
  await settled();
  const failure = { code: 'settings_unreadable', message: 'Şube ayarları okunamıyor.' } as const;
  on.server({ kind: 'refused', failure });
  await on.announce();
  expect(on.follower.current()).toEqual({ value: 'one', at: 1_000, link: 'connected', failure });
});

test('after it is stopped nothing is asked and nobody is told', async () => {
  const on = stage();
  on.follower.start();
  await settled();
  on.follower.stop();
  const before = on.asked();
  await on.pass(10 * askAgainMs);
  await on.announce();
  expect([on.asked(), on.isListening()]).toEqual([before, false]);
});
