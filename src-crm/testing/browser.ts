import { randomInt } from 'node:crypto';
import type { Gateway } from '../create-gateway.ts';

export type TestPage = { readonly status: number; readonly body: string; readonly location: string };

/** A browser without scripts: keeps cookies, and sends the form token of the page that it saw last. */
export function createTestBrowser(gateway: Gateway) {
  const cookies = new Map<string, string>();
  // Each browser has its own address, or they would use up one another's limits.
  const remoteAddress = Array.from({ length: 3 }, () => randomInt(256)).reduce(
    (ip, part) => `${ip}.${part}`,
    '10',
  );
  let token = '';

  async function open(method: 'GET' | 'POST', url: string, form?: Record<string, string>): Promise<TestPage> {
    const reply = await gateway.app.inject({
      method,
      url,
      remoteAddress,
      cookies: Object.fromEntries(cookies),
      ...(form && {
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(form).toString(),
      }),
    });
    for (const { name, value } of reply.cookies) {
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    token = /name="form" value="([0-9a-f]+)"/.exec(reply.body)?.[1] ?? token;
    return { status: reply.statusCode, body: reply.body, location: reply.headers.location ?? '' };
  }

  return {
    get: (url: string) => open('GET', url),
    /** Posts as the last page's form would. */
    submit: (url: string, fields: Record<string, string> = {}) =>
      open('POST', url, { form: token, ...fields }),
    signIn: async (member: { readonly username: string; readonly password: string }) => {
      await open('GET', '/giris');
      return open('POST', '/giris', { form: token, kullanici: member.username, parola: member.password });
    },
    forgetCookies: () => cookies.clear(),
  };
}
