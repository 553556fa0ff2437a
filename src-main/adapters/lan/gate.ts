import { createServer as createHttpServer, type IncomingMessage } from 'node:http';
import { createServer as createNetServer, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { createServer as createTlsServer, type TLSSocket } from 'node:tls';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Fingerprint } from '../../core/lan-port.ts';
import type { Logger } from '../../core/ports.ts';
import { createAdmission, type Visit } from './admission.ts';
import { type LanIdentity, peerOf } from './identity.ts';
import { lingerMs, maxMessageBytes, maxPairingBytes, maxSockets, openWithinMs } from './limits.ts';
import { paths } from './wire.ts';

export type Visitor = { readonly peer: Fingerprint; readonly socket: WebSocket; readonly wire: Socket };

export type GateRules = {
  readonly isTrusted: (peer: Fingerprint) => boolean;
  readonly isPairing: () => boolean;
  readonly onLink: (visitor: Visitor) => void;
  readonly onPair: (visitor: Visitor) => void;
};

export type Gate = { readonly port: number; readonly close: () => Promise<void> };

/**
 * Decides by the key who comes in, before a byte of what they say is read: TCP, then TLS, then the key, and
 * only then HTTP with the upgrade to WebSocket. Strangers come as far as pairing, while somebody pairs.
 */
export async function openGate(
  identity: LanIdentity,
  port: number,
  rules: GateRules,
  log: Logger,
): Promise<Gate> {
  const admission = createAdmission(() => performance.now());
  const visits = new Map<string, Visit>();
  const sockets = new Set<Socket>();
  const inside = new WeakMap<
    Duplex,
    { readonly peer: Fingerprint; readonly wire: TLSSocket; readonly late: NodeJS.Timeout }
  >();

  const front = createNetServer({ noDelay: true }, (socket) => {
    const visit = admission.enter(socket.remoteAddress ?? '');
    if (visit === undefined) return socket.destroy();
    const end = endOf(socket);
    visits.set(end, visit);
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => {
      visits.delete(end);
      sockets.delete(socket);
      visit.left();
    });
    return tls.emit('connection', socket);
  });
  front.maxConnections = maxSockets;

  const tls = createTlsServer({
    key: identity.pem,
    cert: identity.pem,
    minVersion: 'TLSv1.3',
    requestCert: true,
    // No authority is asked: the key itself is looked at.
    rejectUnauthorized: false,
    handshakeTimeout: openWithinMs,
  });
  tls.on('secureConnection', (wire) => {
    wire.on('error', () => wire.destroy());
    const peer = peerOf(wire);
    const isTrusted = peer !== undefined && rules.isTrusted(peer);
    if (isTrusted) visits.get(endOf(wire))?.passed();
    if (peer === undefined || !(isTrusted || rules.isPairing())) return refuse(wire);
    const late = setTimeout(() => wire.destroy(), openWithinMs);
    wire.once('close', () => clearTimeout(late));
    inside.set(wire, { peer, wire, late });
    return http.emit('connection', wire);
  });

  const links = webSockets(maxMessageBytes);
  const pairings = webSockets(maxPairingBytes);
  const http = createHttpServer({ maxHeaderSize: 4 * 1024 }, (request) => request.destroy());
  http.on('clientError', (_, socket) => socket.destroy());
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const known = inside.get(socket);
    if (known === undefined) return socket.destroy();
    clearTimeout(known.late);
    if (request.url === paths.link && rules.isTrusted(known.peer))
      return links.handleUpgrade(request, socket, head, (open) => rules.onLink({ ...known, socket: open }));
    if (request.url === paths.pair && rules.isPairing())
      return pairings.handleUpgrade(request, socket, head, (open) =>
        rules.onPair({ ...known, socket: open }),
      );
    return refuse(socket);
  });

  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  front.once('error', reject).listen(port, resolve);
  await listening;
  front.on('error', (cause) => log.error('lan.accept', {}, cause));
  const bound = front.address();
  if (bound === null || typeof bound === 'string') throw new Error('The LAN listener has no port');
  return {
    port: bound.port,
    close: async () => {
      const closed = new Promise((done) => front.close(done));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

function webSockets(maxPayload: number): WebSocketServer {
  return new WebSocketServer({ noServer: true, clientTracking: false, perMessageDeflate: false, maxPayload });
}

/** Tells that it was refused, and nothing more, without reading what it sends. */
function refuse(socket: Duplex): void {
  socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
  socket.resume();
  const timer = setTimeout(() => socket.destroy(), lingerMs);
  socket.once('close', () => clearTimeout(timer));
}

function endOf(socket: Socket): string {
  return `${socket.remoteAddress} ${socket.remotePort}`;
}
