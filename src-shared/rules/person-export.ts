/**
 * What is known of a person, for the person (KVKK md. 11/1-b). A stable form, described in docs/person-export.md:
 * members are added, none is renamed or removed without another `version`.
 */
export type PersonExport = {
  readonly format: 'banko.person-export';
  readonly version: 1;
  readonly madeAt: string;
  readonly branch: string;
  readonly requestNo: string;
  readonly card: {
    readonly kind: string;
    readonly name: string;
    readonly identityNo: string | null;
    readonly phone: string | null;
    readonly email: string | null;
    readonly premises: string | null;
    readonly installations: readonly string[];
  };
  readonly applications: readonly ExportedApplication[];
  readonly phoneChecks: readonly {
    readonly at: string;
    readonly phone: string;
    readonly what: 'code_sent' | 'verified';
  }[];
  /** How often somebody looked, by day and role: which member of staff it was is theirs. */
  readonly looks: readonly { readonly day: string; readonly role: string; readonly count: number }[];
  readonly drafts: readonly { readonly savedAt: string }[];
  readonly foundInCrmAt: string | null;
  /** What this is not: in words. */
  readonly notHere: readonly string[];
};

export type ExportedApplication = {
  readonly applicationNo: string;
  readonly registeredAt: string;
  readonly channel: string;
  readonly status: string;
  readonly topic: string;
  readonly type: string;
  readonly capacity: string;
  /** Null where somebody else applied: what they gave of themselves is theirs. */
  readonly applicant: {
    readonly name: string;
    readonly identityNo: string | null;
    readonly phone: string | null;
    readonly landline: string | null;
    readonly email: string | null;
  } | null;
  readonly description: string;
  readonly answers: readonly { readonly label: string; readonly value: string }[];
  readonly installationNo: string | null;
  readonly premises: string | null;
  readonly dueAt: string;
  readonly closedAt: string | null;
  readonly outcome: string | null;
  readonly notices: readonly { readonly at: string; readonly text: string; readonly version: number }[];
  readonly messages: readonly {
    readonly at: string;
    readonly to: string;
    readonly text: string;
    readonly state: string;
  }[];
  readonly files: readonly {
    readonly addedAt: string;
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    readonly sha256: string;
    readonly description: string;
    readonly isSpecialCategory: boolean;
    readonly isWithdrawn: boolean;
  }[];
  readonly prints: readonly { readonly at: string; readonly document: string; readonly copyNo: number }[];
  readonly meetings: readonly {
    readonly openedAt: string;
    readonly endedAt: string | null;
    readonly unit: string;
    readonly mode: string;
    readonly result: string;
  }[];
  readonly timeline: readonly { readonly at: string; readonly what: string; readonly text: string }[];
};
