import { Tabs } from '@mantine/core';
import {
  IconDatabase,
  IconDeviceTv,
  IconPlugConnected,
  IconPrinter,
  type IconProps,
  IconReceipt,
  IconUsers,
} from '@tabler/icons-react';
import { type ComponentType, type ReactNode, useState } from 'react';
import type { Role } from '../../../src-shared/ledger/other-entries.ts';
import { Note } from '../../components/note.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useCommonText, useLabels, useText } from '../../i18n/use-text.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { useUser } from '../../lib/use-session.ts';
import { CrmNotice } from './crm-notice.tsx';
import { CrmSection } from './crm-section.tsx';
import { PrintJobsSection } from './print-jobs-section.tsx';
import { PrinterSection } from './printer-section.tsx';
import { ScreensSection } from './screens/screens-section.tsx';
import classes from './settings.module.css';
import { StoreSection } from './store-section.tsx';
import { settingsText } from './text.ts';
import { UsersSection } from './users-section.tsx';

type Section = {
  readonly name: 'printer' | 'crm' | 'users' | 'screens' | 'prints' | 'store';
  readonly roles: readonly Role[];
  readonly Icon: ComponentType<IconProps>;
  readonly content: (role: Role) => ReactNode;
};

const everybody: readonly Role[] = ['reception', 'clerk', 'supervisor', 'administrator'];

const sections: readonly Section[] = [
  {
    name: 'printer',
    roles: everybody,
    Icon: IconPrinter,
    content: (role) => <PrinterSection canChange={role === 'administrator'} />,
  },
  { name: 'prints', roles: everybody, Icon: IconReceipt, content: () => <PrintJobsSection /> },
  { name: 'crm', roles: ['administrator'], Icon: IconPlugConnected, content: () => <CrmSection /> },
  { name: 'users', roles: ['administrator'], Icon: IconUsers, content: () => <UsersSection /> },
  { name: 'screens', roles: ['administrator'], Icon: IconDeviceTv, content: () => <ScreensSection /> },
  {
    name: 'store',
    roles: ['supervisor', 'administrator'],
    Icon: IconDatabase,
    content: (role) => <StoreSection isAdministrator={role === 'administrator'} />,
  },
];

export function SettingsScreen() {
  const text = useText(settingsText);
  const labels = useLabels();
  const common = useCommonText();
  const user = useUser();
  const system = useQueryMethod('system.state', {});
  const [chosen, setChosen] = useState<string | null>(null);
  if (user === undefined) return null;
  const open = sections.filter(({ roles }) => roles.includes(user.role));
  const branch = system.data?.branch?.name ?? '';
  const unreadable = (system.data?.unreadable ?? []).map((document) => labels.settingsDocument[document]);
  return (
    <div className={classes.screen}>
      <PageHeader
        title={common.screens.settings}
        subtitle={system.data && text.lead(branch, system.data.version)}
      />
      {unreadable.length > 0 && (
        <Note tone="danger" title={text.unreadable(unreadable.join(', '))}>
          {text.unreadableHint}
        </Note>
      )}
      {(user.role === 'supervisor' || user.role === 'administrator') && <CrmNotice />}
      <Tabs
        orientation="vertical"
        variant="pills"
        value={chosen ?? open[0]?.name ?? null}
        onChange={setChosen}
        keepMounted={false}
        classNames={{
          root: classes.tabs,
          list: classes.list,
          panel: classes.panel,
          tab: classes.tab,
          tabLabel: classes.tabLabel,
        }}
      >
        <Tabs.List aria-label={text.sections}>
          {open.map(({ name, Icon }) => (
            <Tabs.Tab key={name} value={name} leftSection={<Icon size={18} stroke={1.6} />}>
              {text[name]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {open.map(({ name, content }) => (
          <Tabs.Panel key={name} value={name}>
            {content(user.role)}
          </Tabs.Panel>
        ))}
      </Tabs>
    </div>
  );
}
