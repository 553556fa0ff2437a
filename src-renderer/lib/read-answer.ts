import type { z } from 'zod';
import { failureSchema } from '../../src-shared/contract/errors.ts';
import { hostUnreachable, type ScreenResult } from './screen-result.ts';

/**
 * Reads an answer as it came over the wire. The output schema is the contract's, so a screen never meets a
 * shape it was not compiled for; an answer that can't be read counts as no answer.
 */
export function readAnswerAs<T>(output: z.ZodType<T>, answer: unknown): ScreenResult<T> {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return unreadable();
  if (answer.ok === true && 'value' in answer) {
    const value = output.safeParse(answer.value);
    return value.success ? { ok: true, value: value.data } : unreadable();
  }
  const failure = failureSchema.safeParse('error' in answer ? answer.error : undefined);
  return failure.success ? { ok: false, error: failure.data } : unreadable();
}

function unreadable<T>(): ScreenResult<T> {
  return { ok: false, error: hostUnreachable };
}
