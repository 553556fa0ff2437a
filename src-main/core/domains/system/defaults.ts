import type { SettingsValue } from '../settings/settings.repo.ts';

/** What a new workplace begins with; an administrator changes it. */
export const defaultCategories: SettingsValue<'categories'> = [
  { code: 'general', name: 'Genel başvuru', letter: 'A', colour: 'blue', firstNumber: 101, dailyLimit: null },
  {
    code: 'outage',
    name: 'Kesinti ve arıza',
    letter: 'B',
    colour: 'orange',
    firstNumber: 101,
    dailyLimit: null,
  },
  {
    code: 'connection',
    name: 'Bağlantı ve proje',
    letter: 'C',
    colour: 'teal',
    firstNumber: 101,
    dailyLimit: null,
  },
  {
    code: 'meter',
    name: 'Sayaç işlemleri',
    letter: 'D',
    colour: 'grape',
    firstNumber: 101,
    dailyLimit: null,
  },
];

export const defaultPolicy: SettingsValue<'policy'> = {
  lockAfterMinutes: 5,
  trackingUrl: 'oedas.com.tr/takip',
};
