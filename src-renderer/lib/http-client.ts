import { everythingChanged, readAnnouncement } from './announcement.ts';
import { readAnswer } from './answer.ts';
import type { Client } from './client.ts';
import { reconnecting } from './reconnecting.ts';
import { hostUnreachable } from './screen-result.ts';
import { takeToken, windowId } from './window-identity.ts';

/** Long enough for a password check on an old PC, short enough that a dead host is noticed while standing. */
const answerTimeoutMs = 30_000;

export function makeHttpClient(): Client {
  const token = takeToken();
  const window = windowId();
  return {
    async call(method, input, commandId) {
      try {
        const response = await fetch(`/rpc/${method}`, {
          method: 'POST',
          headers: {
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
            'x-banko-window': window,
          },
          body: JSON.stringify(commandId === undefined ? { input } : { commandId, input }),
          signal: AbortSignal.timeout(answerTimeoutMs),
          cache: 'no-store',
        });
        return readAnswer(method, await response.json());
      } catch {
        return { ok: false, error: hostUnreachable };
      }
    },
    onChanged: (listener) =>
      reconnecting({
        connect: () => new WebSocket(eventsUrl(token)),
        onMessage: (data) => {
          const announcement = readAnnouncement(parse(data));
          if (announcement !== undefined) listener(announcement);
        },
        onReconnected: () => listener(everythingChanged),
      }),
  };
}

function eventsUrl(token: string): string {
  const url = new URL(`/events?token=${encodeURIComponent(token)}`, location.href);
  url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  url.hash = '';
  return url.href;
}

function parse(data: unknown): unknown {
  if (typeof data !== 'string') return undefined;
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}
