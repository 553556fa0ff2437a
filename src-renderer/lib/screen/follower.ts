import type { Failure } from '../../../src-shared/contract/errors.ts';
import { assertNever } from '../../../src-shared/text/assert-never.ts';
import type { LastGood } from './last-good.ts';
import type { ScreenAnswer } from './screen-client.ts';

/** `connecting`: nothing has been heard since the page opened. `withdrawn`: the server does not know this screen. */
export type Link = 'connecting' | 'connected' | 'lost' | 'withdrawn';

export type Followed<T> = {
  /** The latest answer; also from before a reload. */
  readonly value: T | undefined;
  /** When it was given, in milliseconds since 1970; null where there is none. */
  readonly at: number | null;
  readonly link: Link;
  /** What the core said instead of an answer. */
  readonly failure: Failure | null;
};

export type Follower<T> = {
  readonly current: () => Followed<T>;
  readonly subscribe: (listener: () => void) => () => void;
  readonly start: () => void;
  readonly stop: () => void;
};

export type FollowerPorts<T> = {
  readonly ask: () => Promise<ScreenAnswer<T>>;
  readonly onChanged: (listener: () => void) => () => void;
  readonly lastGood: LastGood<T>;
  readonly now: () => number;
  /** Calls back once after `millis`; returns what cancels it. */
  readonly after: (millis: number, run: () => void) => () => void;
};

/** What is shown changes with time as well, and a cable that was pulled says nothing. */
export const askAgainMs = 10_000;
export const firstRetryMs = 1_000;
/** Of somebody whom the server does not know: it may be told of the screen later than the screen comes. */
export const askWithdrawnMs = 60_000;

/** Keeps the answer to one query up to date for as long as the page lives, through any loss of the server. */
export function createFollower<T>({ ask, onChanged, lastGood, now, after }: FollowerPorts<T>): Follower<T> {
  const listeners = new Set<() => void>();
  const kept = lastGood.read();
  let followed: Followed<T> = {
    value: kept?.value,
    at: kept?.at ?? null,
    link: 'connecting',
    failure: null,
  };
  let endEvents: (() => void) | undefined;
  let cancelTimer = () => {};
  let retryMs = firstRetryMs;
  let isAsking = false;
  let isStale = false;
  let isRunning = false;

  function become(next: Followed<T>): void {
    followed = next;
    for (const listener of listeners) listener();
  }

  function wake(): void {
    cancelTimer();
    if (isAsking) isStale = true;
    else if (isRunning) void askNow();
  }

  async function askNow(): Promise<void> {
    isAsking = true;
    isStale = false;
    const answer = await ask();
    isAsking = false;
    if (!isRunning) return;
    take(answer);
    if (isStale) wake();
    else cancelTimer = after(pauseAfter(answer), wake);
  }

  function take(answer: ScreenAnswer<T>): void {
    const at = now();
    if (answer.kind === 'answered') lastGood.keep(answer.value, at);
    if (answer.kind === 'withdrawn') lastGood.forget();
    if (answer.kind === 'withdrawn') stopListening();
    else if (answer.kind !== 'unreachable') endEvents ??= onChanged(wake);
    become(afterAnswer(followed, answer, at));
  }

  function pauseAfter({ kind }: ScreenAnswer<T>): number {
    if (kind === 'withdrawn') return askWithdrawnMs;
    if (kind !== 'unreachable') {
      retryMs = firstRetryMs;
      return askAgainMs;
    }
    const pause = retryMs;
    retryMs = Math.min(retryMs * 2, askAgainMs);
    return pause;
  }

  function stopListening(): void {
    endEvents?.();
    endEvents = undefined;
  }

  return {
    current: () => followed,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () => {
      isRunning = true;
      wake();
    },
    stop: () => {
      isRunning = false;
      cancelTimer();
      stopListening();
    },
  };
}

function afterAnswer<T>(before: Followed<T>, answer: ScreenAnswer<T>, at: number): Followed<T> {
  switch (answer.kind) {
    case 'answered':
      return { value: answer.value, at, link: 'connected', failure: null };
    case 'refused':
      return { ...before, link: 'connected', failure: answer.failure };
    case 'unreachable':
      return { ...before, link: 'lost' };
    case 'withdrawn':
      return { value: undefined, at: null, link: 'withdrawn', failure: null };
    default:
      return assertNever(answer);
  }
}
