import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Compared by digest, so that neither the time nor the length tells how near a guess was. */
export function isToken(given: string | undefined, token: string): boolean {
  return given !== undefined && timingSafeEqual(sha256(given), sha256(token));
}

/** Under which this machine's own page is open. */
export function ownHosts(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}

/**
 * A page of another site can reach a loopback port through the browser, by its address or by a name that
 * resolves to it (DNS rebinding). Its Host or its Origin gives it away.
 */
export function isOwnPage(headers: IncomingHttpHeaders, port: number): boolean {
  const { host, origin } = headers;
  if (host === undefined || !ownHosts(port).includes(host)) return false;
  return origin === undefined || origin === `http://${host}`;
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
