import { connect, type TLSSocket } from 'node:tls';
import { WebSocket } from 'ws';
import type { Fingerprint, LanAddress, LanFailure } from '../../core/lan-port.ts';
import { type LanIdentity, peerOf } from './identity.ts';
import { maxMessageBytes, openWithinMs } from './limits.ts';

export type Dialled =
  | { readonly ok: true; readonly peer: Fingerprint; readonly socket: WebSocket; readonly wire: TLSSocket }
  | { readonly ok: false; readonly failure: LanFailure };

export type Dialling = {
  readonly identity: LanIdentity;
  readonly address: LanAddress;
  readonly path: string;
  readonly accepts: (peer: Fingerprint) => boolean;
};

export const unreachable: Dialled = { ok: false, failure: { kind: 'unreachable' } };
const notTrusted: Dialled = { ok: false, failure: { kind: 'not_trusted' } };

/** Opens one connection. Nothing is said to a key that is not accepted, not even HTTP. */
export function dial({ identity, address, path, accepts }: Dialling, signal: AbortSignal): Promise<Dialled> {
  const { promise, resolve } = Promise.withResolvers<Dialled>();
  const wire = connect({
    host: address.host,
    port: address.port,
    key: identity.pem,
    cert: identity.pem,
    minVersion: 'TLSv1.3',
    // No authority is asked and no name compared: the key itself is looked at.
    rejectUnauthorized: false,
    checkServerIdentity: () => undefined,
  });
  const timer = setTimeout(() => end(unreachable), openWithinMs);
  const giveUp = () => end(unreachable);
  signal.addEventListener('abort', giveUp);
  if (signal.aborted) giveUp();

  wire.on('error', () => end(unreachable));
  wire.once('close', () => end(unreachable));
  wire.once('secureConnect', () => {
    const peer = peerOf(wire);
    if (peer === undefined || !accepts(peer)) end(notTrusted);
    else upgrade(peer);
  });

  function upgrade(peer: Fingerprint): void {
    const socket = new WebSocket(`ws://lan${path}`, {
      createConnection: () => wire,
      perMessageDeflate: false,
      maxPayload: maxMessageBytes,
    });
    socket.on('error', () => end(unreachable));
    socket.once('unexpected-response', (_, { statusCode }) =>
      end(statusCode === 403 ? notTrusted : unreachable),
    );
    socket.once('open', () => {
      // Until somebody listens; what comes right behind the answer would be lost.
      socket.pause();
      end({ ok: true, peer, socket, wire });
    });
  }

  function end(result: Dialled): void {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
    if (!result.ok) wire.destroy();
    resolve(result);
  }

  return promise;
}
