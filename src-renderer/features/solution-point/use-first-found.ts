import type { ComboboxStore } from '@mantine/core';
import { type KeyboardEvent, useEffect, useEffectEvent, useRef } from 'react';

/**
 * Marks the first option once the answer to what is typed is there. An Enter before that waits for it: a fast
 * hand must not take what belongs to an earlier text, nor begin a new person beside a known one.
 * @param isSettled the options are the answer to what is typed; stays true while that is asked again
 * @param answer changes where the same question has another answer: the mark then stays with its option, not its place
 */
export function useFirstFound(combobox: ComboboxStore, isSettled: boolean, answer: unknown) {
  const isEntered = useRef(false);
  const take = useEffectEvent(() => {
    combobox.selectFirstOption();
    if (isEntered.current) combobox.clickSelectedOption();
    isEntered.current = false;
  });
  useEffect(() => {
    if (isSettled) take();
  }, [isSettled]);

  const { updateSelectedOptionIndex } = combobox;
  useEffect(() => {
    if (answer !== undefined) updateSelectedOptionIndex('selected');
  }, [answer, updateSelectedOptionIndex]);

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
