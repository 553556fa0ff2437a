import type { IncomingHttpHeaders } from 'node:http';
import { screenProtocol } from '../../../src-shared/text/screen-url.ts';
import type { CallBody } from '../../core/core.ts';

export function bearerOf(headers: IncomingHttpHeaders): string | undefined {
  return /^Bearer ([\w-]{1,200})$/.exec(headers.authorization ?? '')?.[1];
}

/**
 * Browsers can set no such header on a WebSocket. There the token is in `?token=`, or, where it outlives a launch and
 * must stand in no address, the second of two subprotocols (`screenProtocol`).
 */
export function eventsTokenOf(headers: IncomingHttpHeaders, query: unknown): string | undefined {
  const asked = typeof query === 'object' && query !== null && 'token' in query ? query.token : undefined;
  const [protocol, second] = (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  const offered = protocol === screenProtocol ? second : undefined;
  return bearerOf(headers) ?? offered ?? (typeof asked === 'string' ? asked : undefined);
}

export function isCallBody(body: unknown): body is CallBody {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}
