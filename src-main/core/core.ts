import type { Audience, Topic } from '../../src-shared/contract/define.ts';
import type { Result } from '../../src-shared/contract/errors.ts';
import type { ScreensServer } from '../../src-shared/contract/screen.ts';
import type { PairedPlace } from '../../src-shared/contract/signing.ts';

/** A screen that nobody signs in to, as its token says. */
export type CallingScreen = {
  readonly id: string;
  /** Of a door: whose it is. */
  readonly roomCode: string | null;
};

/** Who calls, as the host knows it: never what the caller says of itself. */
export type Caller = {
  readonly audience: Audience;
  /** One window, one session: an Electron window's id, or the id that a browser tab made. */
  readonly window: string;
  /** For `display`, `kiosk` and `door`: what it writes is written by it. */
  readonly screen?: CallingScreen;
  /** For a `visitor`: the one number that it may follow. */
  readonly ticketId?: string;
  /** For a `signer`: which of this PC's screens it is. */
  readonly signer?: PairedPlace;
};

/** What a host that serves screens over the LAN has to know, and what became of it. */
export type ScreensGate = {
  /**
   * Who comes with this token. `forbidden`: a stranger, a screen that was withdrawn, or a number whose day is over.
   */
  readonly identify: (token: string) => Promise<Result<Caller>>;
  /** What this PC's administrator has set; undefined while the store can't tell. */
  readonly server: () => Promise<ScreensServer | undefined>;
  readonly report: (listening: ScreensListening) => void;
};

export type ScreensListening =
  | { readonly state: 'off' }
  | { readonly state: 'listening'; readonly port: number }
  /** With a Turkish sentence. */
  | { readonly state: 'failed'; readonly trouble: string };

/** Says that something changed, never what: a screen refetches what it may see. */
export type Announcement = { readonly seq: number; readonly topics: readonly Topic[] };

/** The body of a call as it came over IPC or HTTP, unchecked. */
export type CallBody = { readonly commandId?: unknown; readonly input?: unknown };

export type Core = {
  /** The one gate. Never throws: what only a bug can cause comes back as `internal` with a reference. */
  readonly dispatch: (caller: Caller, method: string, body: CallBody) => Promise<Result<unknown>>;
  readonly screens: ScreensGate;
  /** Returns what unsubscribes. */
  readonly onChanged: (listener: (announcement: Announcement) => void) => () => void;
  /** Starts the pusher, the puller, the print pump and what is done every day. */
  readonly start: () => void;
  /** The machine has woken up, or its network is back: what waits for others is tried at once. */
  readonly wake: () => void;
  /** Lets running work end, but waits for no upstream, then closes the store. */
  readonly stop: () => Promise<void>;
};
