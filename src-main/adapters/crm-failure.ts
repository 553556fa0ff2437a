import { type GatewayError, gatewayErrorSchema } from '../../src-shared/contract/gateway.ts';
import type { UpstreamFailure } from '../core/ports.ts';
import { pauseOf } from './retry-after.ts';

/** What follows from a gateway's refusal; a refusal in another shape is not from a gateway. */
export function failureOf(status: number, headers: Headers, text: string): UpstreamFailure {
  if (status === 401 || status === 403) return { kind: 'refused' };
  if (status === 429) return { kind: 'slow_down', retryAfterMs: pauseOf(headers.get('retry-after')) };
  if (status >= 500 || status < 400) return { kind: 'unreachable' };
  const error = errorOf(text);
  if (error === undefined) return { kind: 'unreachable' };
  if ((error.code === 'hole' || error.code === 'fork') && error.head !== undefined)
    return { kind: error.code, head: error.head };
  return { kind: 'rejected', code: error.code };
}

function errorOf(text: string): GatewayError['error'] | undefined {
  try {
    const parsed = gatewayErrorSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.error : undefined;
  } catch {
    return undefined;
  }
}
