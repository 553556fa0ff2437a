import type { Category, CategoryColour } from '../../../../src-shared/contract/ticket.ts';
import { defaultQueueRules } from '../settings/policy-defaults.ts';
import type { SettingsValue } from '../settings/settings.repo.ts';

/** Served by every desk, whenever the branch is open. */
export function plainCategory(code: string, name: string, letter: string, colour: CategoryColour): Category {
  return {
    ...{ code, name, letter, colour, firstNumber: 101, dailyLimit: null },
    ...{ deskCodes: null, opensAt: null, closesAt: null, weight: 1 },
  };
}

/** What a new workplace begins with; an administrator changes it. */
export const defaultCategories: SettingsValue<'categories'> = [
  plainCategory('general', 'Genel başvuru', 'A', 'blue'),
  plainCategory('outage', 'Kesinti ve arıza', 'B', 'orange'),
  plainCategory('connection', 'Bağlantı ve proje', 'C', 'teal'),
  plainCategory('meter', 'Sayaç işlemleri', 'D', 'grape'),
];

export const defaultPolicy: SettingsValue<'policy'> = {
  lockAfterMinutes: 5,
  trackingUrl: 'oedas.com.tr/takip',
  ...defaultQueueRules,
};
