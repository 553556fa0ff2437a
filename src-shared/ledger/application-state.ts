import type { PayloadOf } from './entry-types.ts';
import type { AttachmentFacts } from './reduce-attachments.ts';

export const applicationStates = [
  'registered',
  'routed',
  'in_progress_at_team',
  'answered_by_team',
  'returned_to_router',
  'contacting_customer',
  'closed',
] as const;
export type ApplicationStatus = (typeof applicationStates)[number];

type Happening = { readonly entryId: string; readonly at: string; readonly actor: string };

export type SmsState = 'waiting' | PayloadOf<'sms.reported'>['state'];
export type SmsMessage = Happening &
  PayloadOf<'sms.requested'> & {
    readonly state: SmsState;
    readonly detail: string;
    readonly reportedAt: string | null;
  };

export type PrintState = PayloadOf<'print.reported'>['state'];
export type PrintJob = Happening &
  PayloadOf<'print.requested'> & { readonly state: PrintState; readonly reason: string };

/** An entry that could not take effect because another came first; kept for a person to look at. */
export type Conflict = Happening & { readonly type: string; readonly reason: ConflictReason };
export type ConflictReason =
  | 'closed_before'
  | 'not_open_to_team'
  | 'closed_without_answer'
  | 'registered_before';

/** One application as the fold of its stream sees it. */
export type ApplicationState = {
  readonly id: string;
  readonly status: ApplicationStatus;
  readonly registration: Happening & PayloadOf<'application.registered'>;
  readonly notices: readonly (Happening & PayloadOf<'notice.given'>)[];
  readonly routings: readonly (Happening & PayloadOf<'application.routed'>)[];
  readonly answers: readonly (Happening & PayloadOf<'team.answered'>)[];
  readonly returns: readonly (Happening & PayloadOf<'team.returned'>)[];
  readonly calls: readonly (Happening & PayloadOf<'call.attempted'>)[];
  /** By the order of entries, since the team's clock and the counter's may differ. */
  readonly isCalledSinceAnswer: boolean;
  readonly messages: readonly SmsMessage[];
  readonly prints: readonly PrintJob[];
  readonly attachments: AttachmentFacts;
  readonly closing: (Happening & PayloadOf<'application.closed'>) | null;
  readonly conflicts: readonly Conflict[];
  readonly lastEntryAt: string;
};
