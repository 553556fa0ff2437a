import type { Generated } from 'kysely';

/** Times are ISO 8601 UTC with milliseconds, as the entries carry them: as text they keep every byte and sort. */
export type LogsTable = {
  log: string;
  /** Null for the gateway's own logs, whose entries belong to the branch of their application. */
  branch: string | null;
  is_own: boolean;
  seq: number;
  hash: string;
};

export type EntriesTable = {
  /** Given under the append lock, so that positions become visible in their own order. */
  position: Generated<number>;
  log: string;
  seq: number;
  id: string;
  branch: string;
  stream_kind: string;
  stream_id: string;
  type: string;
  version: number;
  recorded_at: string;
  at: string;
  actor: string;
  /** Canonical JSON; jsonb would round numbers and refuse \u0000, and the digest would no longer verify. */
  payload: string;
  salt: string | null;
  payload_digest: string;
  prev_hash: string;
  hash: string;
};

export type ApplicationsTable = {
  id: string;
  branch: string;
  application_no: string;
  tracking_code: string;
  status: string;
  team_code: string | null;
  team_name: string | null;
  topic_code: string;
  application_type: string;
  registered_at: string;
  due_at: string;
  routed_at: string | null;
  answered_at: string | null;
  closed_at: string | null;
  outcome_kind: string | null;
  last_entry_at: string;
  is_escalated: boolean;
};

export type ConsumersTable = {
  id: string;
  branch: string;
  kind: string;
  name: string;
  identity_no: string | null;
  phone: string | null;
  email: string | null;
  premises: string | null;
  installations: string[];
  words: string;
  recorded_at: string;
  entry_id: string;
};

export type ApiKeyKind = 'counter' | 'intake';

export type ApiKeysTable = {
  id: string;
  key_hash: string;
  kind: Generated<ApiKeyKind>;
  /** Null for an intake key. */
  branch: string | null;
  /** Null for a counter's key. */
  channels: string[] | null;
  created_at: string;
  withdrawn_at: string | null;
};

export type MemberRole = 'team' | 'operator';

export type MembersTable = {
  username: string;
  role: MemberRole;
  team_code: string | null;
  display_name: string | null;
  password_hash: string;
  created_at: string;
};

export type SessionsTable = { token_hash: string; username: string; expires_at: string };

export type SmsOutboxState =
  | 'waiting'
  | 'sending'
  /** Waits until somebody has set right what the provider refuses all our SMS for. */
  | 'blocked'
  /** Nobody knows whether the provider took it. */
  | 'uncertain'
  | 'accepted'
  | 'delivered'
  | 'failed';

export type SmsOutboxTable = {
  sms_id: string;
  branch: string;
  stream_kind: string;
  stream_id: string;
  recipient: string;
  text: string;
  segments: number;
  requested_at: string;
  state: SmsOutboxState;
  attempts: number;
  /** When the sender looks at it next; null once it is settled, or where another gateway sent it. */
  next_try_at: string | null;
  driver: string | null;
  reference: string | null;
  detail: string;
  sent_at: string | null;
  settled_at: string | null;
  /** When it was last taken to be sent. */
  attempted_at: string | null;
  /** Since when it is uncertain; null otherwise. */
  doubted_at: string | null;
};

/** Delivery reports that a provider pushed, by its own reference. */
export type SmsReceiptsTable = {
  driver: string;
  reference: string;
  kind: 'delivered' | 'failed';
  detail: string;
  received_at: string;
};

export type OutboxMessagesTable = { client_key: string; recipient: string; text: string; written_at: string };

export type IntakeBranchesTable = { province: string; branch: string };

export type IntakeNumbersTable = { branch: string; year: string; last: number; given_at: string };

/** What was answered to a request that may come again. */
export type IntakeRequestsTable = {
  key_id: string;
  idempotency_key: string;
  body_hash: string;
  application_id: string;
  application_no: string;
  tracking_code: string;
  due_at: string;
  created_at: string;
};

export type GatewaySecretsTable = { name: string; secret: string };
export type AttachmentsTable = {
  id: string;
  branch: string;
  application_id: string;
  size: number;
  sha256: string;
  is_withdrawn: boolean;
};

/** How much of a file is here: its chunks, from the beginning without a hole. */
export type AttachmentContentTable = { attachment_id: string; received: number; is_complete: boolean };
export type AttachmentChunksTable = { attachment_id: string; start: number; bytes: Uint8Array };

/** What a branch has ordered to be destroyed: entries of the stream (or the `entry` itself) before `before`. */
export type DestroyedTable = { branch: string; kind: string; id: string; before: string };

export type DestructionOrdersTable = {
  branch: string;
  run_id: string;
  erased_at: string;
  compacted_at: string | null;
};

export type Database = {
  logs: LogsTable;
  entries: EntriesTable;
  applications: ApplicationsTable;
  consumers: ConsumersTable;
  api_keys: ApiKeysTable;
  members: MembersTable;
  sessions: SessionsTable;
  sms_outbox: SmsOutboxTable;
  sms_receipts: SmsReceiptsTable;
  outbox_messages: OutboxMessagesTable;
  intake_branches: IntakeBranchesTable;
  intake_numbers: IntakeNumbersTable;
  intake_requests: IntakeRequestsTable;
  gateway_secrets: GatewaySecretsTable;
  attachments: AttachmentsTable;
  attachment_content: AttachmentContentTable;
  attachment_chunks: AttachmentChunksTable;
  destroyed: DestroyedTable;
  destruction_orders: DestructionOrdersTable;
};
