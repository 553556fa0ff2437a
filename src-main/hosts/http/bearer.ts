import type { IncomingHttpHeaders } from 'node:http';
import type { CallBody } from '../../core/core.ts';

export function bearerOf(headers: IncomingHttpHeaders): string | undefined {
  return /^Bearer ([\w-]{1,200})$/.exec(headers.authorization ?? '')?.[1];
}

/** Browsers can set no header on a WebSocket, so there the token may be in `?token=`. */
export function eventsTokenOf(headers: IncomingHttpHeaders, query: unknown): string | undefined {
  const asked = typeof query === 'object' && query !== null && 'token' in query ? query.token : undefined;
  return bearerOf(headers) ?? (typeof asked === 'string' ? asked : undefined);
}

export function isCallBody(body: unknown): body is CallBody {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}
