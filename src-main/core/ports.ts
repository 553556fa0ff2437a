import type {
  ConsumerPage,
  FeedPage,
  LogPage,
  PushReply,
  ReturnReply,
} from '../../src-shared/contract/gateway.ts';
import type { GatewayAttachment } from '../../src-shared/contract/gateway-attachments.ts';
import type { PrintLine } from '../../src-shared/contract/print.ts';
import type {
  A4Printer,
  FoundPrinters,
  LabelPrinter,
  Lettering,
  SlipPrinter,
} from '../../src-shared/contract/printers.ts';
import type { TeamsRefusal } from '../../src-shared/contract/teams.ts';
import type { LogHead } from '../../src-shared/ledger/chain.ts';
import type { Entry } from '../../src-shared/ledger/entry.ts';
import type { Paper } from '../../src-shared/paper/paper.ts';
import type { Sheet } from '../../src-shared/paper/sheet.ts';
import type { Lan } from './lan-port.ts';
import type { Sealer } from './seal-port.ts';

export type Clock = {
  /** Wall clock, milliseconds since 1970. */
  readonly now: () => number;
  /** Calls back once after `millis`; returns what cancels it. */
  readonly after: (millis: number, run: () => void) => () => void;
};

export type Ids = {
  /** UUIDv7: sorts by time of making. */
  readonly uuid: () => string;
  readonly randomBytes: (length: number) => Uint8Array;
};

/** Method, ids, code and duration; never names, texts or payloads. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;
export type Logger = {
  readonly info: (message: string, fields?: LogFields) => void;
  readonly warn: (message: string, fields?: LogFields) => void;
  /** `cause` is logged by its stack; its message must hold no personal data. */
  readonly error: (message: string, fields: LogFields, cause?: unknown) => void;
};

/** The store's key is not to be had. The message is a Turkish sentence that says what a person can do. */
export class KeyTrouble extends Error {
  override readonly name = 'KeyTrouble';
}

export type Secrets = {
  /**
   * The store's 32-byte key; made and kept at the first call. Throws KeyTrouble.
   * @param mustExist where a store is there already: a key that is gone then is lost, and a new one opens nothing
   */
  readonly storeKey: (mustExist?: boolean) => Promise<Uint8Array>;
};

export type Printer =
  | ({ readonly role: 'slip' } & SlipPrinter)
  | ({ readonly role: 'label' } & LabelPrinter)
  | ({ readonly role: 'a4' } & A4Printer);

export type PrintContent =
  | { readonly kind: 'lines'; readonly lines: readonly PrintLine[] }
  /** The same letters written in each way that a slip printer may understand. */
  | {
      readonly kind: 'letterings';
      readonly samples: readonly { readonly lettering: Lettering; readonly lines: readonly PrintLine[] }[];
    }
  /** @param title stands in the system's list of jobs: nothing personal */
  | { readonly kind: 'pdf'; readonly title: string; readonly bytes: Uint8Array };

export type PrintOutcome =
  | {
      readonly ok: true;
      /** The printer itself says that it is through with all of it. */
      readonly isConfirmed: boolean;
      /** What a person should know all the same, such as paper that runs low; empty where there is nothing. */
      readonly note: string;
      /** By which the system's queue knows the job. */
      readonly queueJob: string | null;
    }
  | { readonly ok: false; readonly reason: string };

/** How a job stands that a queue of the system has taken. */
export type QueueJobFate =
  | { readonly state: 'waiting'; readonly trouble: string | null }
  | { readonly state: 'confirmed' }
  | { readonly state: 'failed'; readonly reason: string }
  /** The system does not know, or no longer. */
  | { readonly state: 'unknown' };

export type Printers = {
  /** Resolves when the last byte was taken by the printer or the queue, or with the reason in Turkish. */
  readonly print: (printer: Printer, content: PrintContent) => Promise<PrintOutcome>;
  readonly follow: (queue: string, queueJob: string) => Promise<QueueJobFate>;
  /** @param forMs how long to listen on the LAN */
  readonly find: (forMs: number) => Promise<FoundPrinters>;
  /** Lets a stopped queue go on; a reason in Turkish where that is not to be had from here. */
  readonly resume: (queue: string) => Promise<{ readonly ok: true } | { ok: false; readonly reason: string }>;
};

export type UpstreamTarget = { readonly url: string; readonly apiKey: string };

/** What went wrong on the way to the CRM, and what follows from it. */
export type UpstreamFailure =
  /** Network, timeout, 5xx or an answer that can't be read: try again later. */
  | { readonly kind: 'unreachable' }
  /** 401 or 403: pause until the settings change. */
  | { readonly kind: 'refused' }
  /** 429: pause as long as it asks. */
  | { readonly kind: 'slow_down'; readonly retryAfterMs: number }
  /** The slice did not fit the upstream's head. */
  | { readonly kind: 'hole' | 'fork'; readonly head: LogHead }
  /** The upstream found a bad entry: a person has to look. */
  | { readonly kind: 'rejected'; readonly code: string };

export type UpstreamResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: UpstreamFailure };

/** The bytes of attachments at the CRM; see `contract/gateway-attachments.ts`. */
export type AttachmentStore = {
  /** `rejected` with `not_found` where the CRM does not have its entry. */
  readonly state: (id: string) => Promise<UpstreamResult<GatewayAttachment>>;
  /** @param bytes of the file from `offset` on, at most `gatewaySliceBytes` */
  readonly send: (
    id: string,
    offset: number,
    bytes: Uint8Array,
  ) => Promise<UpstreamResult<GatewayAttachment>>;
  readonly content: (id: string, offset: number, length: number) => Promise<UpstreamResult<Uint8Array>>;
};

export type Upstream = {
  readonly head: (log: string) => Promise<UpstreamResult<LogHead>>;
  readonly push: (log: string, entries: readonly Entry[]) => Promise<UpstreamResult<PushReply>>;
  /** Entries of logs that are not the caller's, for an upstream that was restored from an old backup. */
  readonly giveBack: (entries: readonly Entry[]) => Promise<UpstreamResult<ReturnReply>>;
  readonly logPage: (log: string, after: number, limit: number) => Promise<UpstreamResult<LogPage>>;
  /**
   * @param after a cursor that the upstream has given, or '' for the beginning
   * @param exceptLog leaves out the caller's own entries; null for all
   */
  readonly feed: (
    after: string,
    limit: number,
    exceptLog: string | null,
  ) => Promise<UpstreamResult<FeedPage>>;
  readonly findConsumers: (query: string) => Promise<UpstreamResult<ConsumerPage>>;
  readonly attachments: AttachmentStore;
  /** Ends what is under way, and whatever is asked later, at once as `unreachable`. */
  readonly close: () => void;
};

/** An application of the company's Microsoft tenant that may open meetings for one organizer. */
export type TeamsAccount = {
  readonly tenantId: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Object id of the user in whose name meetings are opened and links are mailed. */
  readonly organizerId: string;
  /** Without a slash at the end; another cloud has other addresses. */
  readonly loginUrl: string;
  readonly graphUrl: string;
};

export type OnlineMeeting = {
  /** Asked for again under one id, it is the same meeting. */
  readonly id: string;
  /** The queue number and nothing else: it travels through other people's systems. */
  readonly subject: string;
  /** The unit's mail address in Teams; null where it has none. */
  readonly address: string | null;
};
export type OnlineMeetingLink = { readonly joinUrl: string; readonly by: 'deep_link' | 'graph' };

export type OnlineMeetingFailure =
  /** Network, timeout, 5xx, 429 or an answer that can't be read; null where nobody says how long to wait. */
  | { readonly kind: 'later'; readonly retryAfterMs: number | null }
  /** Repeating it changes nothing: an administrator has to act. */
  | { readonly kind: 'refused'; readonly code: TeamsRefusal };

export type OnlineMeetingResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: OnlineMeetingFailure };

/** Teams, with a tenant behind it or by links alone. */
export type OnlineMeetings = {
  readonly makeLink: (meeting: OnlineMeeting) => Promise<OnlineMeetingResult<OnlineMeetingLink>>;
  /** Sends the link to the unit's address; false where nobody is there to send it, so that the desk invites. */
  readonly sendLink: (meeting: OnlineMeeting, joinUrl: string) => Promise<OnlineMeetingResult<boolean>>;
  /** Ends what is under way, and whatever is asked later, as `later`. */
  readonly close: () => void;
};

/** Starts the reference CRM gateway beside this workplace, for sample data. */
export type SampleGateway = {
  readonly start: (branchCode: string) => Promise<UpstreamTarget>;
};

/** Draws A4 documents. */
export type Papers = {
  readonly pdf: (paper: Paper) => Promise<Uint8Array>;
  /** The same sheet is the same file, byte for byte. */
  readonly sheet: (sheet: Sheet) => Promise<Uint8Array>;
};

/** What a host supplies; the core reaches the world through nothing else. */
export type Ports = {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Logger;
  readonly secrets: Secrets;
  readonly printers: Printers;
  readonly papers: Papers;
  readonly sealer: Sealer;
  readonly connectUpstream: (target: UpstreamTarget) => Upstream;
  /** @param account null where the branch has none: meetings are opened by deep links then */
  readonly connectOnlineMeetings: (account: TeamsAccount | null) => OnlineMeetings;
  readonly sampleGateway: SampleGateway;
  readonly lan: Lan;
};
