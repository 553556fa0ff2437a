import { request } from 'node:http';
import { request as secureRequest } from 'node:https';
import { gatewayErrorSchema } from '../../../src-shared/contract/gateway.ts';
import type { Check } from '../check.ts';
import { claim } from '../claims.ts';
import type { Target } from '../target.ts';
import { newLog } from '../written.ts';

const gigabyte = 1_000_000_000;
const patience = 10_000;

export const limitChecks: readonly Check[] = [
  {
    name: 'limits: a body that is far too large is refused in the shape of every refusal',
    clause: 'gatewayErrorSchema: every refusal of the gateway',
    run: async ({ url, branchKey }) => {
      const reply = await announce(`${url.replace(/\/+$/, '')}/v1/logs/${newLog(0).log}/entries`, branchKey);
      if (reply === undefined)
        return {
          notChecked: `the gateway waits for a body of ${gigabyte} bytes; it should bound what it reads`,
        };
      claim(
        reply.status >= 400 && reply.status < 500,
        `A body of ${gigabyte} bytes was answered ${reply.status}.`,
      );
      const { success } = gatewayErrorSchema.safeParse(reply.body);
      claim(
        success,
        `A body of ${gigabyte} bytes is refused (${reply.status}), but not in the JSON of every refusal.`,
      );
      return undefined;
    },
  },
  {
    name: 'limits: too many requests are refused in the shape of every refusal',
    clause: 'too_many_requests',
    run: async ({ throttle }) => {
      if (throttle.times() === 0)
        return { notChecked: 'the gateway never answered 429 while it was checked' };
      const oddity = throttle.oddity();
      claim(oddity === undefined, `A 429 was not {"error":{"code":"too_many_requests",…}}: ${oddity}`);
      return undefined;
    },
  },
];

/** Says how long the body would be and sends none of it; undefined where the gateway goes on waiting. */
function announce(
  url: string,
  apiKey: Target['branchKey'],
): Promise<{ readonly status: number; readonly body: unknown } | undefined> {
  const send = url.startsWith('https:') ? secureRequest : request;
  const headers = {
    authorization: `Bearer ${apiKey}`,
    'content-type': 'application/json',
    'content-length': String(gigabyte),
  };
  const { promise, resolve, reject } = Promise.withResolvers<
    { readonly status: number; readonly body: unknown } | undefined
  >();
  const sent = send(url, { method: 'POST', headers }, (reply) => {
    let text = '';
    reply.setEncoding('utf8');
    reply.on('data', (chunk: string) => {
      text += chunk;
    });
    reply.on('end', () => {
      resolve({ status: reply.statusCode ?? 0, body: jsonIn(text) });
      sent.destroy();
    });
  });
  sent.on('error', reject);
  sent.setTimeout(patience, () => {
    resolve(undefined);
    sent.destroy();
  });
  sent.flushHeaders();
  return promise;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
