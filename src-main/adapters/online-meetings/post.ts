export type PostRequest = { readonly type: string; readonly body: string; readonly bearer?: string };
export type PostReply = { readonly status: number; readonly headers: Headers; readonly text: string };
/** Undefined where nobody answered in time, or the answer was cut off. */
export type Post = (url: string, request: PostRequest) => Promise<PostReply | undefined>;

type Limits = { readonly timeoutMs: number; readonly closed: AbortSignal };

export async function postTo(
  url: string,
  { type, body, bearer }: PostRequest,
  { timeoutMs, closed }: Limits,
): Promise<PostReply | undefined> {
  try {
    const reply = await fetch(url, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': type,
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
      },
      body,
      // Secret and token are for the configured service, not for where it may point to.
      redirect: 'error',
      signal: AbortSignal.any([closed, AbortSignal.timeout(timeoutMs)]),
    });
    return { status: reply.status, headers: reply.headers, text: await reply.text() };
  } catch {
    return undefined;
  }
}
