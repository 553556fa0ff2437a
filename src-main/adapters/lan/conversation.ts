import type { WebSocket } from 'ws';
import type { z } from 'zod';
import type { Json } from '../../../src-shared/ledger/canonical-json.ts';
import { decode } from './wire.ts';

export type Conversation = {
  readonly say: (message: Json) => void;
  /** The next message; undefined where it is over or what came has another form. */
  readonly hear: <T>(schema: z.ZodType<T>) => Promise<T | undefined>;
  /** Ends it after what was said has gone out. */
  readonly end: () => void;
};

/** Speaking by turns with somebody who is not trusted: no more than one message may be waiting, for so long. */
export function converse(socket: WebSocket, withinMs: number): Conversation {
  let waiting: string | undefined;
  let wake: () => void = () => undefined;
  const late = setTimeout(() => socket.terminate(), withinMs);

  socket.on('message', (data, isBinary) => {
    if (isBinary || !Buffer.isBuffer(data) || waiting !== undefined) return socket.terminate();
    waiting = data.toString('utf8');
    wake();
  });
  socket.on('error', () => socket.terminate());
  socket.once('close', () => {
    clearTimeout(late);
    wake();
  });
  socket.resume();

  return {
    say: (message) => socket.send(JSON.stringify(message), () => undefined),
    hear: async (schema) => {
      if (waiting === undefined && socket.readyState === socket.OPEN) {
        const { promise, resolve } = Promise.withResolvers<void>();
        wake = resolve;
        await promise;
      }
      const text = waiting;
      waiting = undefined;
      return text === undefined ? undefined : decode(schema, text);
    },
    end: () => socket.close(),
  };
}
