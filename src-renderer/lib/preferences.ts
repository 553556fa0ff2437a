import { create } from 'zustand';

export const languages = ['tr', 'en'] as const;
export type Language = (typeof languages)[number];

const key = 'banko.language';

function stored(): Language {
  return localStorage.getItem(key) === 'en' ? 'en' : 'tr';
}

export const useLanguage = create<{ readonly language: Language }>(() => ({ language: stored() }));

export function setLanguage(language: Language): void {
  localStorage.setItem(key, language);
  document.documentElement.lang = language;
  useLanguage.setState({ language });
}
