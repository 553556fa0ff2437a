import type { ScreenFailure } from '../lib/screen-result.ts';
import { StateError } from './state-error.tsx';

/** Above a form's buttons: the refusal as a whole. Field errors stand beside their fields. */
export function FormFailure({ failure }: { readonly failure: ScreenFailure | null }) {
  return failure === null ? null : <StateError failure={failure} />;
}
