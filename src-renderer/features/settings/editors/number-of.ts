import type { Numeric } from '../../../lib/settings-drafts.ts';

/** What a field for numbers holds, as a number; NaN for an empty one, which the core refuses with the field's sentence. */
export function numberOf(value: Numeric): number {
  return typeof value === 'number' ? value : Number.parseFloat(value);
}
