import type { Failure, FieldError, Result } from '../../src-shared/contract/errors.ts';

/** What a screen can meet beside the core's own refusals: the core's process does not answer at all. */
export type ScreenFailure =
  | Failure
  | {
      readonly code: 'host_unreachable';
      readonly message: string;
      readonly fields?: readonly FieldError[];
      readonly reference?: string;
    };

export type ScreenResult<T> = Result<T> | { readonly ok: false; readonly error: ScreenFailure };

/** The answer may be lost while the work was done: only a repeat with the same command id is safe. */
export const hostUnreachable: ScreenFailure = {
  code: 'host_unreachable',
  message: 'Banko’nun arka planına ulaşılamıyor. Yazdıklarınız ekranda duruyor.',
};
