import type { Language } from '../../lib/preferences.ts';

/** `ar` → Arapça; the tag itself for one that nobody has named. */
export function languageName(tag: string, shownIn: Language): string {
  return new Intl.DisplayNames([shownIn], { type: 'language', fallback: 'code' }).of(tag) ?? tag;
}
