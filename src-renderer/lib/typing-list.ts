import type { FocusEvent, KeyboardEvent } from 'react';

/**
 * What a list that narrows while typing needs beside Mantine's own: typing replaces what was chosen, and Tab
 * takes what is highlighted, as Enter does. Not `autoSelectOnBlur`: it also takes the first option of a closed
 * list whose value was set from outside, and so changes a field that was only passed through.
 */
export const typingList = {
  openOnFocus: false,
  selectFirstOptionOnChange: true,
  autoComplete: 'off',
  spellCheck: false,
  onFocus: (event: FocusEvent<HTMLInputElement>) => event.currentTarget.select(),
  onKeyDown: takeOnTab,
} as const;

function takeOnTab(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== 'Tab') return;
  // Names the list only while it is open.
  const list = document.getElementById(event.currentTarget.getAttribute('aria-controls') ?? '');
  list?.querySelector<HTMLElement>('[data-combobox-selected]')?.click();
}
