/**
 * Scanners send a character every 1–50 ms. A very fast typist comes near that, but does not type one of our
 * codes with its check character by chance, and nothing else is taken (see `scannedCode`).
 */
export const longestGapMs = 80;
/** Shorter bursts are rolled-over keys of a fast typist. */
export const shortestCode = 8;

export type ScannerState = { readonly text: string; readonly lastAt: number };
export type ScannerStep = {
  readonly state: ScannerState;
  /** This key began a new burst: whatever it goes into should be remembered. */
  readonly hasBegun: boolean;
  /** The code of a burst that this Enter has ended. */
  readonly code: string | undefined;
};

export const idleScanner: ScannerState = { text: '', lastAt: Number.NEGATIVE_INFINITY };

/**
 * One key press of the window, wherever the focus is. `at` is in milliseconds of a steady clock. Modifier keys
 * (a scanner presses Shift for capitals) neither lengthen nor end a burst; every other named key ends it.
 */
export function scannerStep(state: ScannerState, key: string, at: number): ScannerStep {
  const isFast = at - state.lastAt <= longestGapMs;
  if (key === 'Shift' || key === 'CapsLock') return { state, hasBegun: false, code: undefined };
  if (key === 'Enter') {
    const isCode = isFast && state.text.length >= shortestCode;
    return { state: idleScanner, hasBegun: false, code: isCode ? state.text : undefined };
  }
  if (key.length !== 1) return { state: idleScanner, hasBegun: false, code: undefined };
  const text = isFast ? state.text + key : key;
  return { state: { text, lastAt: at }, hasBegun: !isFast, code: undefined };
}
