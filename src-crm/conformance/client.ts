import { setTimeout as sleep } from 'node:timers/promises';
import type { Entry } from '../../src-shared/ledger/entry.ts';
import type { Throttle } from './throttle.ts';

/** What came back: the text as it was, and what it holds where it is JSON. */
export type Reply = { readonly status: number; readonly text: string; readonly body: unknown };

export type Call = {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** Sent as it stands. */
  readonly body?: string;
};

export type FeedQuery = { readonly after?: string; readonly limit?: number; readonly exceptLog?: string };
export type PageQuery = { readonly after?: number; readonly limit?: number };

export type Client = ReturnType<typeof createClient>;

const answerWithin = 60_000;
/** How often a call that was answered 429 is made again before that counts as a failure. */
const mostRetries = 8;

/**
 * Speaks the wire as a counter does, without judging what comes back. `apiKey` null sends no Authorization.
 * Waits and calls again where it is answered 429, and tells `throttle`. Rejects where nothing answers.
 */
export function createClient(url: string, apiKey: string | null, throttle: Throttle) {
  const base = url.replace(/\/+$/, '');

  async function once({ method, path, body }: Call): Promise<Reply & { readonly wait: number }> {
    const headers = {
      ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const signal = AbortSignal.timeout(answerWithin);
    const reply = await fetch(base + path, {
      method,
      headers,
      signal,
      ...(body === undefined ? {} : { body }),
    });
    const text = await reply.text();
    const wait = Number(reply.headers.get('retry-after') ?? 1) || 1;
    return { status: reply.status, text, body: jsonIn(text), wait };
  }

  async function send(call: Call): Promise<Reply> {
    for (let tries = 0; ; tries += 1) {
      const { wait, ...reply } = await once(call);
      if (reply.status !== 429 || tries === mostRetries) return reply;
      throttle.met(reply);
      await sleep(Math.min(wait, 30) * 1_000);
    }
  }

  const get = (path: string, query: object = {}): Promise<Reply> =>
    send({ method: 'GET', path: `${path}${queryOf(query)}` });
  const post = (path: string, body: unknown): Promise<Reply> =>
    send({ method: 'POST', path, body: JSON.stringify(body) });

  return {
    send,
    push: (log: string, entries: readonly unknown[]) => post(`/v1/logs/${log}/entries`, { entries }),
    giveBack: (entries: readonly Entry[]) => post('/v1/returned', { entries }),
    head: (log: string) => get(`/v1/logs/${log}/head`),
    page: (log: string, query: PageQuery = {}) => get(`/v1/logs/${log}/entries`, query),
    feed: (query: FeedQuery = {}) => get('/v1/feed', query),
    consumers: (query: string) => get('/v1/consumers', { query }),
    health: () => get('/health'),
  };
}

function queryOf(query: object): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) params.set(key, String(value));
  return params.size === 0 ? '' : `?${params}`;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
