import type { ApplicationStatus } from './application-moves.ts';
import type { EntryType, PayloadOf } from './entry-types.ts';
import type { AttachmentFacts } from './reduce-attachments.ts';
import type { ConsentFacts } from './reduce-consents.ts';

export type Happening = { readonly entryId: string; readonly at: string; readonly actor: string };
export type Said<T extends EntryType> = Happening & PayloadOf<T>;

export type SmsState = 'waiting' | PayloadOf<'sms.reported'>['state'];
export type SmsMessage = Said<'sms.requested'> & {
  readonly state: SmsState;
  readonly detail: string;
  readonly reportedAt: string | null;
};

export type PrintState = PayloadOf<'print.reported'>['state'];
export type PrintJob = Said<'print.requested'> & { readonly state: PrintState; readonly reason: string };

/** An entry that could not take effect because another came first; kept for a person to look at. */
export type Conflict = Happening & {
  readonly type: string;
  readonly reason: ConflictReason;
  /** The entry that stood in its way; null where it was the state alone. */
  readonly against: string | null;
  /** Null until a person has looked at it. */
  readonly settled: Said<'conflict.settled'> | null;
};
export type ConflictReason =
  | 'closed_before'
  | 'not_open_to_team'
  | 'closed_without_answer'
  | 'registered_before'
  | 'amended_before'
  | 'reviewed_before'
  | 'not_possible';

export type Link = Said<'application.linked'>;

/** One application as the fold of its stream sees it. */
export type ApplicationState = {
  readonly id: string;
  readonly status: ApplicationStatus;
  /** Where it stood before it began to wait for the applicant; its own state where it does not wait. */
  readonly statusBefore: ApplicationStatus;
  /** As it stands after all amendments. */
  readonly registration: Said<'application.registered'>;
  /** The deadline in force: an edit never moves it, a pause, a topic put right and a reopening do. */
  readonly dueAt: string;
  readonly deadlineBasis: string;
  readonly amendments: readonly Said<'application.amended'>[];
  readonly notices: readonly Said<'notice.given'>[];
  readonly routings: readonly Said<'application.routed'>[];
  readonly escalations: readonly Said<'application.escalated'>[];
  readonly answers: readonly Said<'team.answered'>[];
  readonly returns: readonly Said<'team.returned'>[];
  /** It was routed, and the team has not said what came of it. */
  readonly lacksAnswer: boolean;
  readonly calls: readonly Said<'call.attempted'>[];
  /** Those since the team's answer and since it was reopened, by the order of entries: clocks may differ. */
  readonly callsSinceAnswer: readonly Said<'call.attempted'>[];
  /** What is waited for; null where nothing is. */
  readonly awaiting: Said<'applicant.awaited'> | null;
  /** How long it has waited for the applicant so far, and why. */
  readonly waits: readonly { readonly pause: string | null; readonly from: string; readonly to: string }[];
  readonly messages: readonly SmsMessage[];
  readonly prints: readonly PrintJob[];
  readonly attachments: AttachmentFacts;
  readonly consents: ConsentFacts;
  readonly links: readonly Link[];
  /** The closing that stands; null while it is open, also after a reopening. */
  readonly closing: Said<'application.closed'> | null;
  /** When it was closed, whichever closing a person may choose afterwards: the window for reopening begins here. */
  readonly closedAt: string | null;
  /** Every closing that was ever written. */
  readonly closings: readonly Said<'application.closed'>[];
  readonly reopenings: readonly Said<'application.reopened'>[];
  readonly conflicts: readonly Conflict[];
  readonly lastEntryAt: string;
};
