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

type BoundLink = { readonly link: Link; readonly life: { isOver: boolean } };

/** A link to the centre that is bound again, ever more patiently, whenever it ends. */
export function createSession(options: SessionOptions): Session {
  const { timing } = options;
  const window = createWindow(options.window);
  const waiting = new Set<() => void>();
  let isStarted = false;
  let isStopped = false;
  let held: BoundLink | undefined;
  let blockedBy: string | undefined;
  let failures = 0;
  let retry: NodeJS.Timeout | undefined;
  let unbound: Link | undefined;

  async function open(): Promise<void> {
    const made = await bound().catch(() => undefined);
    // It may have ended again before this line is reached.
    held = made?.life.isOver === false ? made : undefined;
    failures = held === undefined ? failures + 1 : 0;
    if (held === undefined) later();
    wakeWaiting();
  }

  /** @returns undefined where the centre does not let us in */
  async function bound(): Promise<BoundLink | undefined> {
    const life = { isOver: false };
    const link = await openLink({ ...options, onClose: () => ended(life) });
    if (isStopped) {
      link.destroy();
      return undefined;
    }
    unbound = link;
    const timer = setTimeout(link.destroy, timing.answerMs);
    const answer = await link.request(command.bindTransceiver, encodeBind(options.bind));
    clearTimeout(timer);
    unbound = undefined;
    if (answer?.status === 0) {
      blockedBy = undefined;
      return { link, life };
    }
    blockedBy = answer === undefined ? blockedBy : whyBindIsBlocked(answer.status);
    link.destroy();
    return undefined;
  }

  function ended(life: BoundLink['life']): void {
    life.isOver = true;
    if (held?.life !== life) return;
    held = undefined;
    later();
  }

  function later(): void {
    if (isStopped) return;
    const pause = Math.min(timing.longestPauseMs, timing.firstPauseMs * 2 ** Math.min(failures, 16));
    clearTimeout(retry);
    retry = setTimeout(() => void open(), pause / 2 + (pause / 2) * options.random());
  }

  function wakeWaiting(): void {
    for (const wake of waiting) wake();
    waiting.clear();
  }

  function start(): void {
    if (isStarted || isStopped) return;
    isStarted = true;
    void open();
  }

  async function whenBound(): Promise<Link | undefined> {
    if (held === undefined && !isStopped) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, timing.boundMs);
        waiting.add(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
    return isStopped ? undefined : held?.link;
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
      isStopped = true;
      clearTimeout(retry);
      unbound?.destroy();
      wakeWaiting();
      await held?.link.close();
    },
  };
}
