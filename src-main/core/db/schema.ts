import type { Generated, Insertable, Selectable } from 'kysely';

type Flag = 0 | 1;

export type EntriesTable = {
  /** Order of arrival in this store. */
  position: Generated<number>;
  id: string;
  log: string;
  seq: number;
  stream_kind: string;
  stream_id: string;
  type: string;
  version: number;
  recorded_at: string;
  at: string;
  actor: string;
  /** Canonical JSON; null once erased. */
  payload: string | null;
  salt: string | null;
  payload_digest: string;
  prev_hash: string;
  hash: string;
};

/** Own logs with their head and what the CRM (`sent_seq`) and the hub (`hub_seq`) are known to hold of them. */
export type LogsTable = {
  log: string;
  is_own: Flag;
  seq: number;
  hash: string;
  sent_seq: number;
  hub_seq: Generated<number>;
  closed_at: string | null;
};

export type ReceiptsTable = {
  command_id: string;
  method: string;
  user_id: string;
  answer: string;
  at: string;
};
export type LocalSettingsTable = { key: string; value: string };
export type IssuedNumbersTable = { key: string };

/** Half-written forms of this PC's clerks; see `draft.service.ts`. */
export type DraftsTable = { user_id: string; body: string; at: string };

export type CredentialsTable = {
  user_id: string;
  password_hash: string;
  pin_hash: string;
  failures: Generated<number>;
  blocked_until: string | null;
};

export type StrangersTable = {
  name_hash: string;
  id: string;
  failures: number;
  blocked_until: string | null;
  tried_at: string;
};

export type UsersTable = {
  id: string;
  username: string;
  display_name: string;
  role: string;
  is_active: Flag;
  may_know_informants: Flag;
};

export type SettingsTable = { document: string; value: string };

export type TicketsTable = {
  id: string;
  branch_code: string;
  service_day: string;
  category_code: string;
  category_name: string;
  number: number;
  label: string;
  priority: Flag;
  status: string;
  /** The day in whose queue it stands. */
  queue_day: string;
  issued_at: string;
  target_kind: string | null;
  target_code: string | null;
  target_name: string | null;
  transfers: number;
  called_at: string | null;
  /** Whose service the call ended by itself. */
  ended_ticket_id: string | null;
  serving_at: string | null;
  held_at: string | null;
  ended_at: string | null;
  recalls: number;
  desk_code: string | null;
  desk_name: string | null;
  follow_code: string | null;
};

export type HelpCallsTable = {
  id: string;
  status: string;
  desk_code: string;
  desk_name: string;
  called_at: string;
  answering_desk_code: string | null;
  answering_desk_name: string | null;
  ended_at: string | null;
};

export type ContactsTable = {
  id: string;
  kind: string;
  name: string;
  department: string;
  title: string;
  extension: string | null;
  direct_phone: string | null;
  sip: string | null;
  backup_id: string | null;
  availability: string;
  back_on: string | null;
  note: string;
};

export type CallTransfersTable = {
  id: string;
  at: string;
  actor: string;
  contact_id: string;
  contact_name: string;
  department: string;
  outcome: string;
  application_id: string | null;
  note: string;
};

export type MeetingsTable = {
  id: string;
  status: string;
  ticket_id: string;
  ticket_label: string;
  unit_code: string;
  unit_name: string;
  room_code: string | null;
  room_name: string | null;
  mode: string;
  topic_code: string;
  subject: string;
  application_id: string | null;
  from_desk_code: string;
  from_desk_name: string;
  back_kind: string;
  back_code: string;
  back_name: string;
  opened_at: string;
  opened_stamp: string;
  opened_by: string;
  started_at: string | null;
  started_by: string | null;
  ended_at: string | null;
  result: string;
  is_informed: Flag;
  join_url: string | null;
  link_by: string | null;
  link_failure: string | null;
  has_room_conflict: Flag;
  has_ticket_conflict: Flag;
};

export type ApplicationsTable = {
  row_id: Generated<number>;
  id: string;
  application_no: string;
  tracking_code: string;
  status: string;
  channel: string;
  topic_code: string;
  team_code: string | null;
  team_name: string | null;
  consumer_id: string | null;
  applicant_name: string;
  /** The name is a natural person's: no organisation's, and no informant's that stands for it. */
  is_person: Flag;
  identity_no: string | null;
  phone: string | null;
  installation_no: string | null;
  registered_at: string;
  due_at: string;
  closed_at: string | null;
  has_conflict: Flag;
  /** Street and door in one spelling; null for an informant's and where they are not known. */
  place_key: string | null;
  /** Until when the team should have taken it; null once it has, or is not routed. */
  take_by: string | null;
  is_escalated: Flag;
  /** When to call again; null where nobody is to be called. */
  call_back_at: string | null;
};

export type ConsumersTable = {
  row_id: Generated<number>;
  id: string;
  kind: string;
  name: string;
  identity_no: string | null;
  phone: string | null;
  email: string | null;
  premises: string | null;
  installations: string;
};

/** Whom the CRM has found; `card` is JSON in the shape of `consumer.recorded`. Not of the ledger. */
export type FoundConsumersTable = { id: string; card: string; at: string };

export type ConsumerInstallationsTable = { installation_no: string; consumer_id: string };

/** FTS5 without a copy of the text; `rowid` is the row_id of the projection. */
export type SearchTable = { rowid: number; body: string };

export type PrintJobsTable = {
  job_id: string;
  stream_kind: string;
  stream_id: string;
  document: string;
  subject: string;
  copy_no: number;
  state: string;
  reason: string;
  requested_at: string;
  log: string;
};

export type BranchPcsTable = {
  fingerprint: string;
  name: string;
  workstation_no: number;
  trusted_at: string;
  withdrawn_at: string | null;
};

export type BranchHubsTable = {
  branch_code: string;
  fingerprint: string;
  name: string;
  workstation_no: number;
  epoch: number;
  appointed_at: string;
};

export type ScreensTable = {
  id: string;
  name: string;
  kind: string;
  room_code: string | null;
  token_hash: string;
  added_at: string;
  withdrawn_at: string | null;
};

export type AttachmentsTable = {
  id: string;
  application_id: string;
  size: number;
  sha256: string;
  is_withdrawn: Flag;
};

/** Files whose bytes this PC holds. */
export type ConsentsTable = {
  id: string;
  application_id: string;
  consumer_id: string | null;
  text_code: string;
  purpose_code: string;
  decision: string;
  decided_at: string;
  withdrawn_at: string | null;
  awaits_review: Flag;
  /** The barcode of the page that it was signed on by hand. */
  sheet_code: string | null;
};

/** Consents that were recorded on this PC and whose sheet it has not finished. */
export type ConsentSealsTable = {
  consent_id: string;
  application_id: string;
  /** The file that the sheet becomes; made up beforehand, so that one that was cut short is written over. */
  attachment_id: string;
  stage: 'sealing' | 'stamping';
};

export type AttachmentCopiesTable = { attachment_id: string; is_at_crm: Flag; is_damaged: Flag };

/** On an application once they are whole, or on a draft until it is registered. */
export type AttachmentUploadsTable = {
  id: string;
  application_id: string | null;
  draft_key: string | null;
  user_id: string;
  name: string;
  media_type: string;
  size: number;
  sha256: string;
  description: string;
  is_special: Flag;
  begun_at: string;
  finished_at: string | null;
};

/** Notices and consents that the branch has published; `body` is a `PublishedText` as JSON. */
export type TextsTable = {
  code: string;
  language: string;
  version: number;
  kind: string;
  valid_from: string;
  hash: string;
  body: string;
  published_at: string;
  published_by: string;
};

/** Streams under a legal hold. */
export type HoldsTable = {
  stream_kind: string;
  stream_id: string;
  placed_at: string;
  placed_by: string;
  reason: string;
  reference: string;
};

/** What was ordered to be destroyed: entries of the stream (or the `entry` itself) that sort before `before`. */
export type DestroyedTable = { kind: string; id: string; before: string; run_id: string };

export type DestructionOrdersTable = {
  run_id: string;
  at: string;
  erased_at: string | null;
  compacted_at: string | null;
};

export type DestroyedFilesTable = { attachment_id: string };

export type Schema = {
  drafts: DraftsTable;
  entries: EntriesTable;
  logs: LogsTable;
  receipts: ReceiptsTable;
  local_settings: LocalSettingsTable;
  issued_numbers: IssuedNumbersTable;
  credentials: CredentialsTable;
  strangers: StrangersTable;
  users: UsersTable;
  settings: SettingsTable;
  tickets: TicketsTable;
  help_calls: HelpCallsTable;
  meetings: MeetingsTable;
  contacts: ContactsTable;
  call_transfers: CallTransfersTable;
  applications: ApplicationsTable;
  consumers: ConsumersTable;
  consumer_installations: ConsumerInstallationsTable;
  found_consumers: FoundConsumersTable;
  application_search: SearchTable;
  consumer_search: SearchTable;
  print_jobs: PrintJobsTable;
  branch_pcs: BranchPcsTable;
  branch_hubs: BranchHubsTable;
  screens: ScreensTable;
  attachments: AttachmentsTable;
  attachment_copies: AttachmentCopiesTable;
  attachment_uploads: AttachmentUploadsTable;
  consents: ConsentsTable;
  consent_seals: ConsentSealsTable;
  texts: TextsTable;
  holds: HoldsTable;
  destroyed: DestroyedTable;
  destruction_orders: DestructionOrdersTable;
  destroyed_files: DestroyedFilesTable;
};

export type EntryRow = Selectable<EntriesTable>;
export type NewEntryRow = Insertable<EntriesTable>;
export type TicketRow = Selectable<TicketsTable>;
export type MeetingRow = Selectable<MeetingsTable>;
export type HelpCallRow = Selectable<HelpCallsTable>;
export type ApplicationRecord = Selectable<ApplicationsTable>;
export type ConsumerRecord = Selectable<ConsumersTable>;
export type AttachmentUpload = Selectable<AttachmentUploadsTable>;
export type PrintJobRecord = Selectable<PrintJobsTable>;
