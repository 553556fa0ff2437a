import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { hostname } from 'node:os';

/**
 * A page of another site could reach this server through a visitor's browser by a name that resolves here (DNS
 * rebinding); its Host or its Origin gives it away. Right is the address that was connected to, or this PC's name.
 * @returns the Host, with port, as the page's own; undefined for a foreign one
 */
export function ownHostOf({ headers, socket }: IncomingMessage): string | undefined {
  const { host, origin } = headers;
  const { localAddress = '', localPort } = socket;
  if (host === undefined || (origin !== undefined && origin !== `http://${host}`)) return undefined;
  const name = host.toLowerCase().replace(/:\d+$/, '');
  if (host !== `${host.replace(/:\d+$/, '')}:${localPort}`) return undefined;
  if (isIP(name) !== 0) return name === localAddress.replace(/^::ffff:/, '') ? host : undefined;
  return ownNames().includes(name) ? host : undefined;
}

function ownNames(): readonly string[] {
  const name = hostname().toLowerCase();
  return ['localhost', name, `${name}.local`];
}
