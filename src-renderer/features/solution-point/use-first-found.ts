import type { ComboboxStore } from '@mantine/core';
import { type KeyboardEvent, useEffect, useEffectEvent, useRef } from 'react';

/**
 * Marks the first option once the answer to what is typed is there. An Enter before that waits for it: a fast
 * hand must not take what belongs to an earlier text, nor begin a new person beside a known one.
 * @param isSettled the options are the answer to what is typed
 */
export function useFirstFound(combobox: ComboboxStore, isSettled: boolean) {
  const isEntered = useRef(false);
  const take = useEffectEvent(() => {
    combobox.selectFirstOption();
    if (isEntered.current) combobox.clickSelectedOption();
    isEntered.current = false;
  });
  useEffect(() => {
    if (isSettled) take();
  }, [isSettled]);

  return {
    onTyped: () => {
      isEntered.current = false;
      combobox.openDropdown();
      combobox.resetSelectedOption();
    },
    onKeyDown: ({ key }: KeyboardEvent) => {
      if (key === 'Enter' && !isSettled) isEntered.current = true;
    },
  };
}
