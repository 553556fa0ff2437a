import type { FocusEvent, KeyboardEvent } from 'react';

/**
 * What a list that narrows while typing needs beside Mantine's own: typing replaces what was chosen, and Tab and
 * Enter take what is highlighted. Mantine's own Enter does nothing for a moment after the list opened: a timer
 * then forgets the first option, which is already marked. Not `autoSelectOnBlur`: it also takes the first option
 * of a closed list whose value was set from outside, and so changes a field that was only passed through.
 */
export const typingList = {
  openOnFocus: false,
  selectFirstOptionOnChange: true,
  autoComplete: 'off',
  spellCheck: false,
  onFocus: (event: FocusEvent<HTMLInputElement>) => event.currentTarget.select(),
  onKeyDown: takeHighlighted,
} as const;

function takeHighlighted(event: KeyboardEvent<HTMLInputElement>): void {
  if ((event.key !== 'Tab' && event.key !== 'Enter') || event.nativeEvent.isComposing) return;
  // Names the list only while it is open.
  const list = document.getElementById(event.currentTarget.getAttribute('aria-controls') ?? '');
  const option = list?.querySelector<HTMLElement>('[data-combobox-selected]');
  if (event.key === 'Enter' && option) event.preventDefault();
  option?.click();
}
