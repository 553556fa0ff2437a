import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { screenUrl } from '../../src-shared/text/screen-url.ts';
import { callHost } from './wire.ts';
import type { Workplace } from './workplace.ts';

export type HungUp = {
  readonly screenId: string;
  /** With the key, as for the first time. */
  readonly url: string;
  /** Without, as after a power cut. */
  readonly page: string;
};

/** A port that nobody listens on: a screen finds its PC under the same one after a restart. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('A listening server has a port');
  return address.port;
}

/** The administrator switches the screens on. */
export async function serveScreens(workplace: Workplace, port: number): Promise<void> {
  await callHost(workplace, 'screen.setServer', { isOn: true, port, host: null });
}

/** Adds a screen as the settings do: its key is made here, and the core gets the hash alone. */
export async function hangUp(
  workplace: Workplace,
  port: number,
  kind: 'display' | 'door',
  roomCode: string | null = null,
): Promise<HungUp> {
  const key = randomBytes(32).toString('base64url');
  const tokenHash = createHash('sha256').update(key).digest('hex');
  const input = { name: `Ekran ${kind}`, kind, roomCode, tokenHash };
  const { screenId } = (await callHost(workplace, 'screen.add', input)) as { readonly screenId: string };
  const url = screenUrl(`http://127.0.0.1:${port}`, kind, key);
  return { screenId, url, page: url.replace(/#.*/, '') };
}
