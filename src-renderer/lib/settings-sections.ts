import type { Role } from '../../src-shared/ledger/other-entries.ts';

const everybody: readonly Role[] = ['reception', 'clerk', 'supervisor', 'administrator'];
const overseers: readonly Role[] = ['supervisor', 'administrator'];
const administrator: readonly Role[] = ['administrator'];

export const settingsGroups = ['queue', 'work', 'pcs', 'thisPc', 'data'] as const;
export type SettingsGroup = (typeof settingsGroups)[number];

type Declared = {
  readonly name: string;
  readonly group: SettingsGroup;
  /** Follows the contract's `access` of what the section calls. */
  readonly roles: readonly Role[];
};

/**
 * The sections of the settings, in the order of the screen. One more takes a line here; the compiler then asks for
 * its label (`i18n/labels-*.ts`) and for its panel (`features/settings/section-panels.tsx`).
 */
export const settingsSections = [
  { name: 'branch', group: 'queue', roles: administrator },
  { name: 'desks', group: 'queue', roles: administrator },
  { name: 'categories', group: 'queue', roles: administrator },
  { name: 'rooms', group: 'queue', roles: administrator },
  { name: 'units', group: 'queue', roles: administrator },
  { name: 'queue', group: 'queue', roles: administrator },
  { name: 'switchboard', group: 'queue', roles: administrator },
  { name: 'channels', group: 'work', roles: administrator },
  { name: 'organisation', group: 'work', roles: administrator },
  { name: 'texts', group: 'work', roles: administrator },
  { name: 'pcs', group: 'pcs', roles: overseers },
  { name: 'screens', group: 'pcs', roles: administrator },
  { name: 'printer', group: 'thisPc', roles: everybody },
  { name: 'prints', group: 'thisPc', roles: everybody },
  { name: 'users', group: 'data', roles: administrator },
  { name: 'crm', group: 'data', roles: administrator },
  { name: 'teams', group: 'data', roles: administrator },
  { name: 'shiftReport', group: 'data', roles: overseers },
  { name: 'seal', group: 'data', roles: administrator },
  { name: 'audit', group: 'data', roles: overseers },
  { name: 'retention', group: 'data', roles: overseers },
  { name: 'store', group: 'data', roles: overseers },
] as const satisfies readonly Declared[];
export type SettingsSection = (typeof settingsSections)[number]['name'];

/** What this role finds in the settings. */
export function sectionsOf(role: Role) {
  return settingsSections.filter(({ roles }) => roles.includes(role));
}
