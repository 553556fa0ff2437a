import { EventEmitter } from 'node:events';
import { WebSocket } from 'ws';

type Answer = {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message: string };
};
export type CdpResult = Readonly<Record<string, unknown>>;

/** One attached page, or the browser itself: asks, and tells what happens there by the events' names. */
export type CdpSession = {
  readonly ask: (method: string, params?: object) => Promise<CdpResult>;
  readonly on: (method: string, listener: (params: CdpResult) => void) => void;
};

export type CdpConnection = CdpSession & {
  readonly session: (sessionId: string) => CdpSession;
  readonly close: () => void;
};

/** Chromium's DevTools protocol over its WebSocket, as far as the double needs it. */
export async function connectCdp(url: string): Promise<CdpConnection> {
  const socket = new WebSocket(url, { perMessageDeflate: false, maxPayload: 256 * 1024 * 1024 });
  const waiting = new Map<number, (answer: Answer) => void>();
  const events = new EventEmitter();
  events.setMaxListeners(0);
  let calls = 0;
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('message', (data) => {
    const answer: Answer = JSON.parse(String(data));
    if (answer.id === undefined) {
      events.emit(`${answer.sessionId ?? ''}/${answer.method}`, answer.params ?? {});
      return;
    }
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  socket.on('close', () => {
    for (const settle of waiting.values()) settle({ error: { message: 'Chromium is gone' } });
    waiting.clear();
    events.emit('/closed', {});
  });

  function sessionFor(sessionId: string | undefined): CdpSession {
    return {
      ask: (method, params = {}) =>
        new Promise((resolve, reject) => {
          if (socket.readyState !== WebSocket.OPEN) return reject(new Error('Chromium is gone'));
          calls += 1;
          waiting.set(calls, ({ result, error }) => {
            if (error === undefined) resolve(result ?? {});
            else reject(new Error(`${method}: ${error.message}`));
          });
          socket.send(JSON.stringify({ id: calls, method, params, sessionId }));
        }),
      on: (method, listener) => void events.on(`${sessionId ?? ''}/${method}`, listener),
    };
  }

  return { ...sessionFor(undefined), session: sessionFor, close: () => socket.close() };
}
