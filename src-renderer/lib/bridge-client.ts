import { readAnnouncement } from './announcement.ts';
import { readAnswer } from './answer.ts';
import type { Client } from './client.ts';
import { hostUnreachable } from './screen-result.ts';

/** The two functions that Electron's preload exposes. */
export type Bridge = {
  readonly call: (method: string, commandId: string | undefined, input: unknown) => Promise<unknown>;
  readonly onChanged: (listener: (announcement: unknown) => void) => () => void;
};

declare global {
  interface Window {
    readonly banko?: Bridge;
  }
}

export function bridge(): Bridge | undefined {
  return window.banko;
}

export function makeBridgeClient(preload: Bridge): Client {
  return {
    async call(method, input, commandId) {
      try {
        return readAnswer(method, await preload.call(method, commandId, input));
      } catch {
        // IPC rejects only when the main process is gone or restarting.
        return { ok: false, error: hostUnreachable };
      }
    },
    onChanged: (listener) =>
      preload.onChanged((raw) => {
        const announcement = readAnnouncement(raw);
        if (announcement !== undefined) listener(announcement);
      }),
  };
}
