import { showNotice } from '../lib/notices.ts';
import type { ScreenFailure } from '../lib/screen-result.ts';

/** A short sentence that something is done; read out by screen readers, gone by itself. */
export function notifyDone(message: string): void {
  showNotice({ tone: 'done', message, millis: 4_000 });
}

/** Something that was looked for and is not there. */
export function notifyNothing(message: string): void {
  showNotice({ tone: 'warning', message, millis: 8_000 });
}

/** A refusal that belongs to no field and no panel. Stays a while, or until it is closed or the next one comes. */
export function notifyFailure(failure: ScreenFailure): void {
  // The banner says it already, and it says it better.
  if (failure.code === 'host_unreachable') return;
  const reference = failure.reference === undefined ? '' : ` (${failure.reference})`;
  showNotice({ tone: 'danger', message: failure.message + reference, millis: 12_000 });
}

type Undo = {
  readonly message: string;
  readonly onUndo: () => void;
  /** How long it can be taken back. */
  readonly millis?: number;
};

/** Says what was done and offers to take it back, instead of asking beforehand; gives what `closeNotice` needs. */
export function showUndo({ message, onUndo, millis = 8_000 }: Undo): number {
  return showNotice({ tone: 'done', message, millis, onUndo });
}
