import { Tabs } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { KeyHint } from '../../components/key-hint.tsx';
import { useLabels, useText } from '../../i18n/use-text.ts';
import { useKeys } from '../../lib/keys.ts';
import { goTo } from '../../lib/route.ts';
import { useSettingsDrafts } from '../../lib/settings-drafts.ts';
import { type SettingsSection, type sectionsOf, settingsGroups } from '../../lib/settings-sections.ts';
import { sectionPanels } from './section-panels.tsx';
import classes from './settings.module.css';
import { settingsText } from './text.ts';

const previousKey = 'alt+PageUp';
const nextKey = 'alt+PageDown';

type SectionListProps = {
  readonly sections: ReturnType<typeof sectionsOf>;
  readonly shown: SettingsSection;
};

/** What this role can set, in groups; the arrows move among the names, and two keys from within a section. */
export function SectionList({ sections, shown }: SectionListProps) {
  const text = useText(settingsText);
  const labels = useLabels();
  const ordered = settingsGroups.flatMap((group) => sections.filter((section) => section.group === group));
  const place = ordered.findIndex(({ name }) => name === shown);
  function step(by: number): void {
    const section = ordered[(place + by + ordered.length) % ordered.length];
    if (section !== undefined) goTo({ screen: 'settings', section: section.name });
  }
  useKeys([
    { key: previousKey, label: text.previousSection, run: () => step(-1) },
    { key: nextKey, label: text.nextSection, run: () => step(1) },
  ]);
  return (
    <Tabs.List aria-label={text.sections}>
      {settingsGroups.map((group) => {
        const own = ordered.filter((section) => section.group === group);
        return (
          own.length > 0 && (
            <div key={group} role="presentation" className={classes.group}>
              <span className={classes.groupName} aria-hidden>
                {labels.settingsGroup[group]}
              </span>
              {own.map(({ name }) => (
                <SectionTab key={name} name={name} />
              ))}
            </div>
          )
        );
      })}
      <span className={classes.keys} aria-hidden>
        <KeyHint keyName={previousKey} />
        <KeyHint keyName={nextKey} />
      </span>
    </Tabs.List>
  );
}

function SectionTab({ name }: { readonly name: SettingsSection }) {
  const labels = useLabels();
  const text = useText(settingsText);
  const isUnsaved = useSettingsDrafts(({ drafts }) => name in drafts);
  const { Icon } = sectionPanels[name];
  return (
    <Tabs.Tab
      value={name}
      leftSection={<Icon size={17} stroke={1.6} />}
      rightSection={
        isUnsaved && <IconPencil size={15} role="img" aria-label={text.unsaved} className={classes.unsaved} />
      }
    >
      {labels.settingsSection[name]}
    </Tabs.Tab>
  );
}
