import {
  IconDatabase,
  IconPlugConnected,
  IconPrinter,
  type IconProps,
  IconReceipt,
  IconUsers,
} from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import type { Role } from '../../../src-shared/ledger/other-entries.ts';
import type { SettingsSection } from '../../lib/settings-sections.ts';
import { CrmSection } from './crm-section.tsx';
import { PrintJobsSection } from './print-jobs-section.tsx';
import { PrinterSection } from './printer-section.tsx';
import { StoreSection } from './store-section.tsx';
import { UsersSection } from './users-section.tsx';

type SectionPanel = {
  readonly Icon: ComponentType<IconProps>;
  readonly content: (role: Role) => ReactNode;
};

export const sectionPanels: Readonly<Record<SettingsSection, SectionPanel>> = {
  printer: {
    Icon: IconPrinter,
    content: (role) => <PrinterSection canChange={role === 'administrator'} />,
  },
  prints: { Icon: IconReceipt, content: () => <PrintJobsSection /> },
  users: { Icon: IconUsers, content: () => <UsersSection /> },
  crm: { Icon: IconPlugConnected, content: () => <CrmSection /> },
  store: {
    Icon: IconDatabase,
    content: (role) => <StoreSection isAdministrator={role === 'administrator'} />,
  },
};
