import { type GatewayError, gatewayErrorSchema } from '../../src-shared/contract/gateway.ts';
import type { UpstreamFailure } from '../core/ports.ts';

const usualPauseMs = 30_000;
/** A pause that a wrong clock or a careless proxy asked for must not last for days. */
const longestPauseMs = 3_600_000;

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

/** `Retry-After`: seconds, or a date (RFC 9110, 10.2.3). */
function pauseOf(retryAfter: string | null): number {
  if (retryAfter === null || retryAfter.trim() === '') return usualPauseMs;
  const seconds = Number(retryAfter);
  const millis = Number.isFinite(seconds) ? seconds * 1_000 : Date.parse(retryAfter) - Date.now();
  return Number.isFinite(millis) ? Math.min(Math.max(millis, 1_000), longestPauseMs) : usualPauseMs;
}
