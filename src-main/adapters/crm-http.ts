import type { z } from 'zod';
import {
  consumerPageSchema,
  feedPageSchema,
  logHeadSchema,
  logPageSchema,
  pushReplySchema,
  returnReplySchema,
} from '../../src-shared/contract/gateway.ts';
import { gatewayAttachmentSchema } from '../../src-shared/contract/gateway-attachments.ts';
import type { Upstream, UpstreamResult, UpstreamTarget } from '../core/ports.ts';
import { failureOf } from './crm-failure.ts';

export type CrmTimeouts = { readonly queryMs: number; readonly pushMs: number };

/** A slice of 500 entries over a poor line takes a while; a clerk waits for the look-up. */
const usual: CrmTimeouts = { queryMs: 15_000, pushMs: 60_000 };

type Request = {
  readonly path: string;
  /** JSON that is posted, or bytes that are put. */
  readonly body?: string | Uint8Array<ArrayBuffer>;
  readonly timeoutMs: number;
};
type Reading<T> = (reply: Response) => Promise<T | undefined>;

/** The CRM gateway over HTTP: every answer is parsed, every trouble becomes an UpstreamFailure. */
export function connectCrm(target: UpstreamTarget, timeouts: CrmTimeouts = usual): Upstream {
  const timeoutMs = timeouts.queryMs;
  const closing = new AbortController();

  function ask<T>(schema: z.ZodType<T>, request: Request): Promise<UpstreamResult<T>> {
    return send(target, parsedBy(schema), request, closing.signal);
  }

  const ofFile = (id: string) => `v1/attachments/${encodeURIComponent(id)}`;

  return {
    head: (log) => ask(logHeadSchema, { path: `v1/logs/${encodeURIComponent(log)}/head`, timeoutMs }),
    push: (log, entries) =>
      ask(pushReplySchema, {
        path: `v1/logs/${encodeURIComponent(log)}/entries`,
        body: JSON.stringify({ entries }),
        timeoutMs: timeouts.pushMs,
      }),
    giveBack: (entries) =>
      ask(returnReplySchema, {
        path: 'v1/returned',
        body: JSON.stringify({ entries }),
        timeoutMs: timeouts.pushMs,
      }),
    logPage: (log, after, limit) =>
      ask(logPageSchema, {
        path: `v1/logs/${encodeURIComponent(log)}/entries?${query({ after, limit })}`,
        timeoutMs,
      }),
    feed: (after, limit, exceptLog) =>
      ask(feedPageSchema, {
        path: `v1/feed?${query({ after, limit, ...(exceptLog === null ? {} : { exceptLog }) })}`,
        timeoutMs,
      }),
    findConsumers: (text) =>
      ask(consumerPageSchema, { path: `v1/consumers?${query({ query: text })}`, timeoutMs }),
    attachments: {
      state: (id) => ask(gatewayAttachmentSchema, { path: ofFile(id), timeoutMs }),
      send: (id, offset, bytes) =>
        ask(gatewayAttachmentSchema, {
          path: `${ofFile(id)}?${query({ offset })}`,
          body: new Uint8Array(bytes),
          timeoutMs: timeouts.pushMs,
        }),
      content: (id, offset, length) =>
        send(
          target,
          async (reply) => new Uint8Array(await reply.arrayBuffer()),
          { path: `${ofFile(id)}/content?${query({ offset, length })}`, timeoutMs: timeouts.pushMs },
          closing.signal,
        ),
    },
    close: () => closing.abort(),
  };
}

function parsedBy<T>(schema: z.ZodType<T>): Reading<T> {
  return async (reply) => schema.safeParse(JSON.parse(await reply.text())).data;
}

async function send<T>(
  target: UpstreamTarget,
  read: Reading<T>,
  request: Request,
  closed: AbortSignal,
): Promise<UpstreamResult<T>> {
  // Such a key can't stand in a header, so no gateway can know it.
  if (!/^[\x21-\x7e]+$/.test(target.apiKey)) return { ok: false, failure: { kind: 'refused' } };
  try {
    const reply = await fetch(new URL(request.path, target.url.replace(/\/*$/, '/')), {
      headers: { authorization: `Bearer ${target.apiKey}`, accept: 'application/json', ...typeOf(request) },
      method: methodOf(request),
      body: request.body ?? null,
      // The key is for the configured gateway, not for where it may point to.
      redirect: 'error',
      signal: AbortSignal.any([closed, AbortSignal.timeout(request.timeoutMs)]),
    });
    if (!reply.ok) return { ok: false, failure: failureOf(reply.status, reply.headers, await reply.text()) };
    const value = await read(reply);
    return value === undefined ? { ok: false, failure: { kind: 'unreachable' } } : { ok: true, value };
  } catch {
    // Network, time limit, our own end or no JSON: for the counter all the same, the CRM is not to be had now.
    return { ok: false, failure: { kind: 'unreachable' } };
  }
}

function methodOf({ body }: Request): 'GET' | 'POST' | 'PUT' {
  if (body === undefined) return 'GET';
  return typeof body === 'string' ? 'POST' : 'PUT';
}

function typeOf({ body }: Request): Readonly<Record<string, string>> {
  if (body === undefined) return {};
  return { 'content-type': typeof body === 'string' ? 'application/json' : 'application/octet-stream' };
}

function query(parameters: Readonly<Record<string, string | number>>): string {
  const pairs = Object.entries(parameters).map(([key, value]): [string, string] => [key, String(value)]);
  return new URLSearchParams(pairs).toString();
}
