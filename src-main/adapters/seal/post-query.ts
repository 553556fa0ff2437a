import type { TimestampTrouble } from '../../../src-shared/contract/seal.ts';
import type { TimestampServer } from '../../core/seal-port.ts';

export type QueryReply =
  | { readonly ok: true; readonly reply: Uint8Array }
  | { readonly ok: false; readonly trouble: TimestampTrouble };

/** An answer takes a second; a clerk who looks on is not kept longer. */
export const patienceMs = 10_000;
/** A token with its chain is below 10 KB. */
const mostBytes = 256 * 1024;

/** RFC 3161, 3.4. A redirection is not followed: it would carry the account elsewhere. */
export async function postQuery(
  { url, user, password }: TimestampServer,
  query: Uint8Array,
  patience: number,
): Promise<QueryReply> {
  const headers: Record<string, string> = {
    'content-type': 'application/timestamp-query',
    accept: 'application/timestamp-reply',
  };
  if (user !== null)
    headers.authorization = `Basic ${Buffer.from(`${user}:${password ?? ''}`).toString('base64')}`;
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers,
      body: new Uint8Array(query),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    });
    if (response.status === 401 || response.status === 403) return refused(response, 'timestamp_credentials');
    if (response.status === 429 || response.status >= 500) return refused(response, 'timestamp_unreachable');
    if (!response.ok) return refused(response, 'timestamp_unreadable');
    const reply = await bodyOf(response);
    return reply === undefined ? { ok: false, trouble: 'timestamp_unreadable' } : { ok: true, reply };
  } catch {
    return { ok: false, trouble: 'timestamp_unreachable' };
  }
}

async function refused(response: Response, trouble: TimestampTrouble): Promise<QueryReply> {
  await response.body?.cancel();
  return { ok: false, trouble };
}

/** Undefined for one that goes on and on. */
async function bodyOf({ body }: Response): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
