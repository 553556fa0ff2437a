import { z } from 'zod';
import type { OnlineMeetingResult, TeamsAccount } from '../../core/ports.ts';
import { pauseOf } from '../retry-after.ts';
import type { Post } from './post.ts';
import { later, refused } from './results.ts';

/** What can stand in a header; the lifetime in seconds. */
const tokenSchema = z.object({
  access_token: z.string().regex(/^[\x21-\x7e]+$/),
  expires_in: z.number().positive(),
});

/** RFC 6749, 5.2; a page in another shape is from a proxy. */
const refusalSchema = z.object({ error: z.string() });

/** Renewed so long before its end, that no request runs out of it on the way. */
const renewBeforeMs = 60_000;

export type GraphToken = {
  readonly current: () => Promise<OnlineMeetingResult<string>>;
  /** Graph did not take it: the next one is asked for anew. */
  readonly forget: () => void;
};

/** The application's own token: OAuth 2.0 client credentials (RFC 6749, 4.4) at the Microsoft identity platform. */
export function createGraphToken(account: TeamsAccount, post: Post, now: () => number): GraphToken {
  let kept: { readonly value: string; readonly until: number } | undefined;

  async function ask(): Promise<OnlineMeetingResult<string>> {
    const reply = await post(
      `${account.loginUrl}/${encodeURIComponent(account.tenantId)}/oauth2/v2.0/token`,
      {
        type: 'application/x-www-form-urlencoded',
        body: new URLSearchParams({
          client_id: account.clientId,
          client_secret: account.clientSecret,
          scope: `${account.graphUrl}/.default`,
          grant_type: 'client_credentials',
        }).toString(),
      },
    );
    if (reply === undefined) return later(null);
    const { status, headers, text } = reply;
    if (status === 429 || status === 503) return later(pauseOf(headers.get('retry-after')));
    // Wrong tenant, application, secret or scope: all of it is what an administrator entered.
    if (status >= 400 && status < 500 && read(refusalSchema, text) !== undefined)
      return refused('teams_credentials');
    const token = status === 200 ? read(tokenSchema, text) : undefined;
    if (token === undefined) return later(null);
    kept = { value: token.access_token, until: now() + token.expires_in * 1_000 - renewBeforeMs };
    return { ok: true, value: kept.value };
  }

  return {
    current: async () => (kept !== undefined && now() < kept.until ? { ok: true, value: kept.value } : ask()),
    forget: () => {
      kept = undefined;
    },
  };
}

function read<T>(schema: z.ZodType<T>, text: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
