import { Tabs } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Note } from '../../components/note.tsx';
import { notifyNothing } from '../../components/notify.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import { useCommonText, useLabels, useText } from '../../i18n/use-text.ts';
import { useUnsavedSections } from '../../i18n/use-unsaved-sections.ts';
import { goTo } from '../../lib/route.ts';
import { type SettingsSection, sectionsOf } from '../../lib/settings-sections.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { useUser } from '../../lib/use-session.ts';
import { CrmNotice } from './crm-notice.tsx';
import { HolidayNote } from './holiday-note.tsx';
import { SectionList } from './section-list.tsx';
import { sectionPanels } from './section-panels.tsx';
import classes from './settings.module.css';
import { settingsText } from './text.ts';

/** Ayarlar: sections on the left, each with an address of its own. */
export function SettingsScreen({ section }: { readonly section: SettingsSection | null }) {
  const text = useText(settingsText);
  const common = useCommonText();
  const user = useUser();
  const system = useQueryMethod('system.state', {});
  const unsaved = useUnsavedSections();
  useTellOnLeaving(unsaved);
  if (user === undefined) return null;
  const open = sectionsOf(user.role);
  const [first] = open;
  const shown = open.find(({ name }) => name === section)?.name ?? first?.name;
  if (shown === undefined) return null;
  return (
    <div className={classes.screen}>
      <PageHeader
        title={common.screens.settings}
        subtitle={system.data && text.lead(system.data.branch?.name ?? '', system.data.version)}
        actions={
          unsaved !== '' && (
            <StatusBadge tone="warning" icon={<IconPencil />} label={text.unsavedIn(unsaved)} />
          )
        }
      />
      <UnreadableNote />
      {(user.role === 'supervisor' || user.role === 'administrator') && (
        <>
          <CrmNotice />
          <HolidayNote />
        </>
      )}
      <Tabs
        orientation="vertical"
        variant="pills"
        value={shown}
        onChange={(name) => {
          const chosen = open.find((known) => known.name === name);
          if (chosen !== undefined) goTo({ screen: 'settings', section: chosen.name });
        }}
        keepMounted={false}
        classNames={{
          root: classes.tabs,
          list: classes.list,
          panel: classes.panel,
          tab: classes.tab,
          tabLabel: classes.tabLabel,
        }}
      >
        <SectionList sections={open} shown={shown} />
        <Tabs.Panel key={shown} value={shown}>
          {sectionPanels[shown].content(user.role)}
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

/** Whoever goes to another screen hears of what stays behind; it is there when they come back. */
function useTellOnLeaving(unsaved: string): void {
  const text = useText(settingsText);
  const latest = useRef('');
  useEffect(() => {
    latest.current = unsaved === '' ? '' : text.leftUnsaved(unsaved);
  });
  useEffect(
    () => () => {
      if (latest.current !== '') notifyNothing(latest.current);
    },
    [],
  );
}

/** Documents that a newer Banko wrote: said on every section, since they decide on other screens. */
function UnreadableNote() {
  const text = useText(settingsText);
  const labels = useLabels();
  const system = useQueryMethod('system.state', {});
  const unreadable = (system.data?.unreadable ?? []).map((document) => labels.settingsDocument[document]);
  if (unreadable.length === 0) return null;
  return (
    <Note tone="danger" title={text.unreadable(unreadable.join(', '))}>
      {text.unreadableHint}
    </Note>
  );
}
