import type { TeamsRefusal } from '../../../src-shared/contract/teams.ts';
import type { OnlineMeetingResult, TeamsAccount } from '../../core/ports.ts';
import { pauseOf } from '../retry-after.ts';
import { type GraphError, graphErrorOf } from './graph-refusals.ts';
import { createGraphToken } from './graph-token.ts';
import { type Post, postTo } from './post.ts';
import { later, refused } from './results.ts';

export type GraphOptions = {
  readonly timeoutMs?: number;
  /** Milliseconds since 1970: how long a token is still good. */
  readonly now?: () => number;
};

type RefusalOf = (error: GraphError) => TeamsRefusal;

export type GraphClient = {
  /** The parsed answer, or null where there is none (202). */
  readonly post: (path: string, body: object, refusalOf: RefusalOf) => Promise<OnlineMeetingResult<unknown>>;
  readonly close: () => void;
};

const usualTimeoutMs = 15_000;

/** Requests to Graph with the application's token; one that Graph no longer takes is replaced once. */
export function createGraphClient(account: TeamsAccount, options: GraphOptions): GraphClient {
  const { timeoutMs = usualTimeoutMs, now = Date.now } = options;
  const closing = new AbortController();
  const post: Post = (url, request) => postTo(url, request, { timeoutMs, closed: closing.signal });
  const token = createGraphToken(account, post, now);

  async function send(
    path: string,
    body: object,
    refusalOf: RefusalOf,
    mayRenew: boolean,
  ): Promise<OnlineMeetingResult<unknown>> {
    const bearer = await token.current();
    if (!bearer.ok) return bearer;
    const reply = await post(`${account.graphUrl}${path}`, {
      type: 'application/json',
      body: JSON.stringify(body),
      bearer: bearer.value,
    });
    if (reply === undefined) return later(null);
    const { status, headers, text } = reply;
    if (status >= 200 && status < 300) return text === '' ? { ok: true, value: null } : readJson(text);
    if (status === 401) {
      token.forget();
      return mayRenew ? send(path, body, refusalOf, false) : refused('teams_credentials');
    }
    if (status === 429 || status === 503) return later(pauseOf(headers.get('retry-after')));
    const error = status >= 400 && status < 500 ? graphErrorOf(text) : undefined;
    return error === undefined ? later(null) : refused(refusalOf({ status, ...error }));
  }

  return {
    post: (path, body, refusalOf) => send(path, body, refusalOf, true),
    close: () => closing.abort(),
  };
}

function readJson(text: string): OnlineMeetingResult<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return later(null);
  }
}
