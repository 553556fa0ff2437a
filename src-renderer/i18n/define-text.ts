import type { Language } from '../lib/preferences.ts';

export type Texts<T> = Readonly<Record<Language, T>>;

/** A feature's own words; Turkish is the source of the type, so an English that lacks a word does not compile. */
export function defineText<T extends object>(tr: T, en: NoInfer<T>): Texts<T> {
  return { tr, en };
}
