import { useState } from 'react';
import { fieldErrors } from '../../../lib/form-errors.ts';
import type { ScreenResult } from '../../../lib/screen-result.ts';

/** What the core refused, by the field of the branch's rules; a field that was changed since is not wrong any more. */
export function usePolicyErrors() {
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  return {
    errorAt: (field: string): string | undefined => errors[`policy.${field}`],
    told: (result: ScreenResult<unknown>): void => setErrors(result.ok ? {} : fieldErrors(result.error)),
    mended: (fields: readonly string[]): void =>
      setErrors((before) =>
        Object.fromEntries(
          Object.entries(before).filter(([path]) => fields.every((field) => path !== `policy.${field}`)),
        ),
      ),
  };
}
