import type { WorkList } from '../../src-shared/contract/application.ts';
import type { deadlineStates, timelineKinds } from '../../src-shared/contract/application-file.ts';
import type { PrintJobRow } from '../../src-shared/contract/print.ts';
import type { settingsDocuments } from '../../src-shared/contract/settings.ts';
import type { crmStates } from '../../src-shared/contract/system.ts';
import type {
  applicantKinds,
  applicationTypes,
  callResults,
  capacities,
  channels,
  documents,
  duplicateReasons,
  durableMedia,
  identityChecks,
  linkRelations,
  noticeMethods,
  outcomeKinds,
  replyChannels,
  satisfactions,
  smsStates,
} from '../../src-shared/ledger/application-entries.ts';
import type { ApplicationStatus } from '../../src-shared/ledger/application-moves.ts';
import type { Role } from '../../src-shared/ledger/other-entries.ts';
import type { TicketStatus } from '../../src-shared/ledger/ticket-moves.ts';
import type { SettingsGroup, SettingsSection } from '../lib/settings-sections.ts';

type LabelsOf<T extends readonly string[]> = Readonly<Record<T[number], string>>;

/** One word or phrase for every value that the contract can name; a new value does not compile without one. */
export type Labels = {
  readonly role: Readonly<Record<Role, string>>;
  readonly channel: LabelsOf<typeof channels>;
  readonly applicantKind: LabelsOf<typeof applicantKinds>;
  readonly capacity: LabelsOf<typeof capacities>;
  /** What the clerk should see for each capacity (domain.md 3.1). */
  readonly capacityEvidence: LabelsOf<typeof capacities>;
  readonly identityCheck: LabelsOf<typeof identityChecks>;
  readonly applicationType: LabelsOf<typeof applicationTypes>;
  readonly replyChannel: LabelsOf<typeof replyChannels>;
  readonly noticeMethod: LabelsOf<typeof noticeMethods>;
  readonly callResult: LabelsOf<typeof callResults>;
  readonly outcomeKind: LabelsOf<typeof outcomeKinds>;
  readonly durableMedium: LabelsOf<typeof durableMedia>;
  readonly satisfaction: LabelsOf<typeof satisfactions>;
  readonly smsState: Readonly<Record<'waiting' | (typeof smsStates)[number], string>>;
  readonly document: LabelsOf<typeof documents>;
  readonly printState: Readonly<Record<PrintJobRow['state'], string>>;
  readonly duplicateReason: LabelsOf<typeof duplicateReasons>;
  readonly linkRelation: LabelsOf<typeof linkRelations>;
  readonly applicationStatus: Readonly<Record<ApplicationStatus, string>>;
  readonly ticketStatus: Readonly<Record<TicketStatus, string>>;
  readonly deadline: LabelsOf<typeof deadlineStates>;
  readonly workList: Readonly<Record<WorkList, string>>;
  readonly timelineKind: LabelsOf<typeof timelineKinds>;
  readonly crmState: LabelsOf<typeof crmStates>;
  readonly settingsGroup: Readonly<Record<SettingsGroup, string>>;
  readonly settingsSection: Readonly<Record<SettingsSection, string>>;
  readonly settingsDocument: LabelsOf<typeof settingsDocuments>;
};
