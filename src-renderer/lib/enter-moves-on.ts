import type { KeyboardEvent } from 'react';
import { leaveField } from './needed-fields.ts';

/** Enter in a one-line field or among radios goes on to the next field that the form needs; text keeps its line breaks. */
export function enterMovesOn(event: KeyboardEvent<HTMLFormElement>): void {
  const { target, currentTarget, key, nativeEvent } = event;
  if (key !== 'Enter' || nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
  if (target instanceof HTMLInputElement && target.closest('[data-path]') !== null)
    leaveField(currentTarget, target);
}
