import type { ScreenResult } from './screen-result.ts';

type Intent<T> = {
  readonly key: string;
  readonly commandId: string;
  readonly startedAt: number;
  readonly answer: Promise<ScreenResult<T>>;
  /** No definite answer yet: the work may or may not have been done. */
  readonly isOpen: boolean;
};

type Ports<I, T> = {
  readonly send: (input: I, commandId: string) => Promise<ScreenResult<T>>;
  readonly newId: () => string;
  /** Milliseconds of any steady clock. */
  readonly now: () => number;
};

/** After these the work may have been done all the same. */
const openAnswers: readonly string[] = ['host_unreachable', 'hub_unreachable'];

/** Below this two presses are one double click, not two wishes. */
export const doublePressMs = 300;

/**
 * Gives each intent one command id. The id is kept until a definite answer, so a repeat after a lost reply is
 * the same command to the core; a second press of the same within `doublePressMs` gets the first one's answer.
 */
export function makeIntents<I, T>({ send, newId, now }: Ports<I, T>): (input: I) => Promise<ScreenResult<T>> {
  let last: Intent<T> | undefined;

  return (input) => {
    const key = JSON.stringify(input);
    const before = last?.key === key ? last : undefined;
    if (before !== undefined && now() - before.startedAt < doublePressMs) return before.answer;
    const commandId = before?.isOpen === true ? before.commandId : newId();
    const answer = send(input, commandId);
    last = { key, commandId, startedAt: now(), answer, isOpen: true };
    void answer.then((result) => {
      const isDefinite = result.ok || !openAnswers.includes(result.error.code);
      if (isDefinite && last?.commandId === commandId) last = { ...last, isOpen: false };
    });
    return answer;
  };
}
