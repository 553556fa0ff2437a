import type { Fingerprint, LanServing } from '../../core/lan-port.ts';
import type { Logger } from '../../core/ports.ts';
import type { Channel } from './channel.ts';
import { maxInFlight } from './limits.ts';
import { decode, encode, type Request, requestSchema } from './wire.ts';

export type ServedLink = {
  readonly onText: (text: string, channel: Channel) => void;
  /** Resolves when nothing of it is being carried out any more. */
  readonly settled: () => Promise<void>;
};

/** Carries out what a trusted PC asks over one connection. */
export function serveLink(from: Fingerprint, serving: LanServing, log: Logger): ServedLink {
  const inFlight = new Map<number, Promise<void>>();

  async function carryOut({ id, path, body }: Request, channel: Channel): Promise<void> {
    try {
      channel.send(encode({ id, ok: true, body: await serving.answer(from, path, body) }));
    } catch (cause) {
      log.error('lan.answer', { path, from }, cause);
      channel.send(encode({ id, ok: false, body: null }));
    }
  }

  return {
    onText: (text, channel) => {
      const request = decode(requestSchema, text);
      const isGood = request !== undefined && !inFlight.has(request.id) && inFlight.size < maxInFlight;
      // Asked each time: trust may have been withdrawn since the connection was opened.
      if (!isGood || !serving.isTrusted(from)) return channel.cut();
      inFlight.set(
        request.id,
        carryOut(request, channel).finally(() => inFlight.delete(request.id)),
      );
    },
    settled: async () => {
      await Promise.all(inFlight.values());
    },
  };
}
