import type { Audience, Topic } from '../../src-shared/contract/define.ts';
import type { Result } from '../../src-shared/contract/errors.ts';

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
};

/** Says that something changed, never what: a screen refetches what it may see. */
export type Announcement = { readonly seq: number; readonly topics: readonly Topic[] };

/** The body of a call as it came over IPC or HTTP, unchecked. */
export type CallBody = { readonly commandId?: unknown; readonly input?: unknown };

export type Core = {
  /** The one gate. Never throws: what only a bug can cause comes back as `internal` with a reference. */
  readonly dispatch: (caller: Caller, method: string, body: CallBody) => Promise<Result<unknown>>;
  /** Returns what unsubscribes. */
  readonly onChanged: (listener: (announcement: Announcement) => void) => () => void;
  /** Starts the pusher, the puller, the print pump and what is done every day. */
  readonly start: () => void;
  /** Lets running work end, but waits for no upstream, then closes the store. */
  readonly stop: () => Promise<void>;
};
