import { connect, createServer, type TLSSocket } from 'node:tls';
import type { LanIdentity } from '../../adapters/lan/identity.ts';
import type { LanAddress } from '../../core/lan-port.ts';

export type Middleman = {
  readonly address: LanAddress;
  /** All that it has read, from both sides. */
  readonly overheard: () => string;
  readonly close: () => Promise<void>;
};

/** Stands between two PCs with a TLS connection and a key of its own to each, and passes on what it reads. */
export async function openMiddleman(identity: LanIdentity, target: LanAddress): Promise<Middleman> {
  const own = {
    key: identity.pem,
    cert: identity.pem,
    rejectUnauthorized: false,
    minVersion: 'TLSv1.3',
  } as const;
  const sockets = new Set<TLSSocket>();
  let overheard = '';

  const server = createServer({ ...own, requestCert: true }, (near) => {
    const far = connect({ ...target, ...own });
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('error', () => from.destroy());
      from.on('data', (bytes) => {
        overheard += bytes.toString('latin1');
        to.write(bytes);
      });
      from.on('close', () => to.destroy());
    }
  });
  server.on('tlsClientError', (_, socket) => socket.destroy());
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('The middleman has no port');

  return {
    address: { host: '127.0.0.1', port: bound.port },
    overheard: () => overheard,
    close: async () => {
      const closed = new Promise((done) => server.close(done));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
