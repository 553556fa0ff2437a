export type ScreenToken = { readonly token: string; readonly tokenHash: string };

/**
 * Made here, so that the core gets to know the hash alone (decision 7): 256 random bits as base64url, and their
 * SHA-256 as lower-case hex. The staff's pages are secure contexts in both hosts, so `subtle` is there.
 */
export async function makeScreenToken(): Promise<ScreenToken> {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  const token = btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token));
  const tokenHash = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { token, tokenHash };
}
