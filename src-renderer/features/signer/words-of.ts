import type { ShownSigning } from '../../../src-shared/contract/signing.ts';
import type { Language } from '../../lib/preferences.ts';
import { type SignerWords, signerText } from './text.ts';

/** The page speaks the language of the texts where it knows it, whatever the device is set to. */
export function languageOf({ language }: Pick<ShownSigning, 'language'>): Language {
  return language === 'en' ? 'en' : 'tr';
}

export function wordsOf(signing: Pick<ShownSigning, 'language'>): SignerWords {
  return signerText[languageOf(signing)];
}
