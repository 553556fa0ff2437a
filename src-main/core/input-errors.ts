import { z } from 'zod';
import type { FieldError } from '../../src-shared/contract/errors.ts';

const turkish = z.locales.tr().localeError;

/** The failing paths with a Turkish sentence each: the schema's own where it has one, else zod's Turkish. */
export function fieldErrorsOf(error: z.ZodError): readonly FieldError[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), message: 'Bu alan tanınmıyor.' }))
      : [{ path: issue.path.join('.'), message: issue.message }],
  );
}

/** For parsing what came from a screen: sentences that no schema gives are Turkish. */
export const turkishParse = { error: turkish } as const;
