import { failureSchema } from '../../src-shared/contract/errors.ts';
import { contract, type Method, type OutputOf } from '../../src-shared/contract/index.ts';
import { hostUnreachable, type ScreenResult } from './screen-result.ts';

/**
 * Reads an answer as it came over the wire. The output schema is the contract's, so a screen never meets a
 * shape it was not compiled for; an answer that can't be read counts as no answer.
 */
export function readAnswer<M extends Method>(method: M, answer: unknown): ScreenResult<OutputOf<M>> {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return unreadable();
  if (answer.ok === true && 'value' in answer) {
    const value = contract[method].output.safeParse(answer.value);
    return value.success ? { ok: true, value: value.data as OutputOf<M> } : unreadable();
  }
  const failure = failureSchema.safeParse('error' in answer ? answer.error : undefined);
  return failure.success ? { ok: false, error: failure.data } : unreadable();
}

function unreadable<T>(): ScreenResult<T> {
  return { ok: false, error: hostUnreachable };
}
