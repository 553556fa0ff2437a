/** What came of one call of a provider's HTTP API. */
export type Reply =
  | { readonly kind: 'reply'; readonly status: number; readonly body: string; readonly retryAfterMs?: number }
  /** There was no connection, so nothing was sent. */
  | { readonly kind: 'unreachable' }
  /** Whoever answered could not prove to be the provider, so nothing was sent. */
  | { readonly kind: 'untrusted' }
  /** The request may have arrived; its answer did not, or not whole. */
  | { readonly kind: 'lost' };

export type HttpCall = {
  readonly url: URL;
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
};

export type HttpOptions = {
  /** For the whole exchange, body included. Far below the lease of a claim. */
  readonly timeoutMs: number;
};

export const defaultTimeoutMs = 30_000;

export async function callProvider(call: HttpCall, { timeoutMs }: HttpOptions): Promise<Reply> {
  try {
    const reply = await fetch(call.url, {
      method: call.method,
      headers: {
        ...call.headers,
        ...(call.json !== undefined && { 'content-type': 'application/json' }),
        // A kept connection that the provider is just closing would put an SMS in doubt that it never saw.
        connection: 'close',
      },
      ...(call.json !== undefined && { body: JSON.stringify(call.json) }),
      // A redirect would carry text and credentials to an address that nobody has chosen.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const retryAfterMs = readRetryAfter(reply.headers.get('retry-after'));
    return {
      kind: 'reply',
      status: reply.status,
      body: await reply.text(),
      ...(retryAfterMs !== undefined && { retryAfterMs }),
    };
  } catch (error) {
    return { kind: kindOfFailure(error) };
  }
}

const beforeConnected = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN']);

/** `fetch` throws a TypeError whose cause is the socket's error. In doubt the request counts as sent. */
function kindOfFailure(error: unknown): 'unreachable' | 'untrusted' | 'lost' {
  const cause = error instanceof Error ? error.cause : undefined;
  const [code, syscall] = [textOf(cause, 'code'), textOf(firstOf(cause), 'syscall')];
  if (code === 'UND_ERR_CONNECT_TIMEOUT') return 'unreachable';
  if (beforeConnected.has(code) && (syscall === 'connect' || syscall === 'getaddrinfo')) return 'unreachable';
  const isUntrusted = /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|ERR_TLS_|ERR_SSL_/.test(code);
  return isUntrusted ? 'untrusted' : 'lost';
}

/** Where a name has several addresses, the cause holds one error for each. */
function firstOf(cause: unknown): unknown {
  return cause instanceof AggregateError ? cause.errors[0] : cause;
}

function textOf(value: unknown, key: 'code' | 'syscall'): string {
  if (typeof value !== 'object' || value === null) return '';
  const found: unknown = Reflect.get(value, key);
  return typeof found === 'string' ? found : '';
}

/** Seconds alone: the other form of the header is a date, by a clock that may not be ours. */
function readRetryAfter(header: string | null): number | undefined {
  return header !== null && /^\d{1,5}$/.test(header) ? Number(header) * 1_000 : undefined;
}

/** The body as JSON; undefined where it is none, such as a proxy's error page. */
export function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
