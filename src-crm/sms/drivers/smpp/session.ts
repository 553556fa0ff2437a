import { type Answer, type Link, type LinkOptions, openLink } from './link.ts';
import { type Bind, encodeBind } from './messages.ts';
import { command } from './pdu.ts';
import { whyBindIsBlocked } from './status-codes.ts';
import { createWindow } from './window.ts';

export type SessionOptions = Omit<LinkOptions, 'onClose'> & {
  readonly bind: Bind;
  readonly window: number;
  readonly random: () => number;
  readonly timing: Timing;
};

export type Timing = {
  /** How long a request waits for a bound link. */
  readonly boundMs: number;
  /** After this an unanswered request holds no place in the window any more. */
  readonly answerMs: number;
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
};

export type Submitted =
  | { readonly kind: 'answered'; readonly answer: Answer }
  /** It was written and the link ended before its answer. */
  | { readonly kind: 'lost' }
  /** It was never written. */
  | { readonly kind: 'unsent'; readonly blockedBy?: string };

export type Session = {
  readonly start: () => void;
  readonly stop: () => Promise<void>;
  readonly submit: (body: Buffer) => Promise<Submitted>;
};

/** A link to the centre that is bound again, ever more patiently, whenever it ends. */
export function createSession(options: SessionOptions): Session {
  const { timing } = options;
  const window = createWindow(options.window);
  const waiting = new Set<() => void>();
  let isStarted = false;
  let link: Link | undefined;
  let blockedBy: string | undefined;
  let failures = 0;
  let retry: NodeJS.Timeout | undefined;
  let unbound: Link | undefined;

  async function open(): Promise<void> {
    try {
      link = await bound();
    } catch {
      link = undefined;
    }
    failures = link === undefined ? failures + 1 : 0;
    if (link === undefined) later();
    wakeWaiting();
  }

  /** @returns undefined where the centre does not let us in */
  async function bound(): Promise<Link | undefined> {
    const opened = await openLink({ ...options, onClose: () => lost(opened) });
    if (!isStarted) {
      opened.destroy();
      return undefined;
    }
    unbound = opened;
    const timer = setTimeout(opened.destroy, timing.answerMs);
    const answer = await opened.request(command.bindTransceiver, encodeBind(options.bind));
    clearTimeout(timer);
    unbound = undefined;
    if (answer?.status === 0) {
      blockedBy = undefined;
      return opened;
    }
    blockedBy = answer === undefined ? blockedBy : whyBindIsBlocked(answer.status);
    opened.destroy();
    return undefined;
  }

  function lost(ended: Link): void {
    if (link !== ended) return;
    link = undefined;
    later();
  }

  function later(): void {
    if (!isStarted) return;
    const pause = Math.min(timing.longestPauseMs, timing.firstPauseMs * 2 ** Math.min(failures, 16));
    clearTimeout(retry);
    retry = setTimeout(() => void open(), pause / 2 + (pause / 2) * options.random());
  }

  function wakeWaiting(): void {
    for (const wake of waiting) wake();
    waiting.clear();
  }

  function start(): void {
    if (isStarted) return;
    isStarted = true;
    void open();
  }

  async function whenBound(): Promise<Link | undefined> {
    if (link === undefined) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, timing.boundMs);
        waiting.add(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
    return link;
  }

  return {
    start,
    submit: async (body) => {
      start();
      const leave = await window.enter();
      const current = await whenBound();
      if (current === undefined) {
        leave();
        return { kind: 'unsent', ...(blockedBy !== undefined && { blockedBy }) };
      }
      const timer = setTimeout(leave, timing.answerMs);
      const answer = await current.request(command.submitSm, body);
      clearTimeout(timer);
      leave();
      return answer === undefined ? { kind: 'lost' } : { kind: 'answered', answer };
    },
    stop: async () => {
      isStarted = false;
      clearTimeout(retry);
      unbound?.destroy();
      wakeWaiting();
      await link?.close();
    },
  };
}
