import { useSettingsDrafts } from '../lib/settings-drafts.ts';
import { settingsSections } from '../lib/settings-sections.ts';
import { useLabels } from './use-text.ts';

/** The sections of the settings that hold changes, in words; empty while everything is saved. */
export function useUnsavedSections(): string {
  const labels = useLabels();
  const drafts = useSettingsDrafts((state) => state.drafts);
  return settingsSections
    .filter(({ name }) => name in drafts)
    .map(({ name }) => labels.settingsSection[name])
    .join(', ');
}
