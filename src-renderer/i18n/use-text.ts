import { useLanguage } from '../lib/preferences.ts';
import { commonText } from './common-text.ts';
import type { Texts } from './define-text.ts';
import { labelsText } from './labels-text.ts';

/** Words of a feature in the language of this window. */
export function useText<T>(texts: Texts<T>): T {
  return texts[useLanguage().language];
}

/** The words that screens share. */
export function useCommonText() {
  return useText(commonText);
}

/** The words for every enum value of the contract. */
export function useLabels() {
  return useText(labelsText);
}
