import {
  IconBrandTeams,
  IconBuilding,
  IconBuildingBank,
  IconCategory,
  IconDatabase,
  IconDesk,
  IconDevices,
  IconDeviceTv,
  IconDoor,
  IconEye,
  IconFileShredder,
  IconFileText,
  IconListNumbers,
  IconPhone,
  IconPlugConnected,
  IconPrinter,
  type IconProps,
  IconReceipt,
  IconReportAnalytics,
  IconRoute,
  IconRubberStamp,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { ComponentType, ReactNode } from 'react';
import type { Role } from '../../../src-shared/ledger/other-entries.ts';
import type { SettingsSection } from '../../lib/settings-sections.ts';
import { AuditSection } from './audit-section.tsx';
import { CrmSection } from './crm-section.tsx';
import { BranchSection } from './editors/branch-section.tsx';
import { CategoriesSection } from './editors/categories-section.tsx';
import { ChannelsSection } from './editors/channels-section.tsx';
import { DesksSection } from './editors/desks-section.tsx';
import { OrganisationSection } from './editors/organisation-section.tsx';
import { QueueSection } from './editors/queue-section.tsx';
import { RoomsSection } from './editors/rooms-section.tsx';
import { UnitsSection } from './editors/units-section.tsx';
import { PcsSection } from './pcs/pcs-section.tsx';
import { PrintJobsSection } from './print-jobs-section.tsx';
import { PrinterSection } from './printers/printer-section.tsx';
import { RetentionSection } from './retention/retention-section.tsx';
import { ScreensSection } from './screens/screens-section.tsx';
import { SealSection } from './seal-section.tsx';
import { ShiftReportSection } from './shift-report-section.tsx';
import { StoreSection } from './store-section.tsx';
import { SwitchboardSection } from './switchboard-section.tsx';
import { TeamsSection } from './teams-section.tsx';
import { TextsSection } from './texts/texts-section.tsx';
import { UsersSection } from './users-section.tsx';

type SectionPanel = {
  readonly Icon: ComponentType<IconProps>;
  readonly content: (role: Role) => ReactNode;
};

export const sectionPanels: Readonly<Record<SettingsSection, SectionPanel>> = {
  branch: { Icon: IconBuilding, content: () => <BranchSection /> },
  desks: { Icon: IconDesk, content: () => <DesksSection /> },
  categories: { Icon: IconCategory, content: () => <CategoriesSection /> },
  rooms: { Icon: IconDoor, content: () => <RoomsSection /> },
  units: { Icon: IconUsersGroup, content: () => <UnitsSection /> },
  queue: { Icon: IconListNumbers, content: () => <QueueSection /> },
  switchboard: { Icon: IconPhone, content: () => <SwitchboardSection /> },
  channels: { Icon: IconRoute, content: () => <ChannelsSection /> },
  organisation: { Icon: IconBuildingBank, content: () => <OrganisationSection /> },
  texts: { Icon: IconFileText, content: () => <TextsSection /> },
  pcs: {
    Icon: IconDevices,
    content: (role) => <PcsSection isAdministrator={role === 'administrator'} />,
  },
  screens: { Icon: IconDeviceTv, content: () => <ScreensSection /> },
  printer: {
    Icon: IconPrinter,
    content: (role) => <PrinterSection canChange={role === 'administrator'} />,
  },
  prints: { Icon: IconReceipt, content: () => <PrintJobsSection /> },
  users: { Icon: IconUsers, content: () => <UsersSection /> },
  crm: { Icon: IconPlugConnected, content: () => <CrmSection /> },
  teams: { Icon: IconBrandTeams, content: () => <TeamsSection /> },
  shiftReport: { Icon: IconReportAnalytics, content: () => <ShiftReportSection /> },
  seal: { Icon: IconRubberStamp, content: () => <SealSection /> },
  audit: { Icon: IconEye, content: () => <AuditSection /> },
  retention: {
    Icon: IconFileShredder,
    content: (role) => <RetentionSection isAdministrator={role === 'administrator'} />,
  },
  store: {
    Icon: IconDatabase,
    content: (role) => <StoreSection isAdministrator={role === 'administrator'} />,
  },
};
