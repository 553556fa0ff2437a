import type { z } from 'zod';
import { contract, type Method, type OutputOf } from '../../src-shared/contract/index.ts';
import { readAnswerAs } from './read-answer.ts';
import type { ScreenResult } from './screen-result.ts';

/** Reads the answer to a method of the contract (see `readAnswerAs`). */
export function readAnswer<M extends Method>(method: M, answer: unknown): ScreenResult<OutputOf<M>> {
  const output: z.ZodType = contract[method].output;
  // The table binds method and output; the compiler can't follow the index.
  return readAnswerAs(output, answer) as ScreenResult<OutputOf<M>>;
}
