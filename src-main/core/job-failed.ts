import { errorCodeOf, troubleKindOf } from './db/store-trouble.ts';
import type { Logger } from './ports.ts';

/** Takes what stopped a job beside the calls, such as the sync; `message` says which. */
export type JobFailed = (message: string, error: unknown) => void;

/** As the gate does with a call: logged once, and damage in the store leads to the screen that can mend it. */
export function createJobFailed(log: Logger, onDamaged: () => void): JobFailed {
  return (message, error) => {
    log.error(message, { code: errorCodeOf(error) }, error);
    if (troubleKindOf(error) === 'damaged') onDamaged();
  };
}
