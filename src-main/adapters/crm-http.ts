import type { z } from 'zod';
import {
  consumerPageSchema,
  feedPageSchema,
  logHeadSchema,
  logPageSchema,
  pushReplySchema,
  returnReplySchema,
} from '../../src-shared/contract/gateway.ts';
import type { Upstream, UpstreamResult, UpstreamTarget } from '../core/ports.ts';
import { failureOf } from './crm-failure.ts';

export type CrmTimeouts = { readonly queryMs: number; readonly pushMs: number };

/** A slice of 500 entries over a poor line takes a while; a clerk waits for the look-up. */
const usual: CrmTimeouts = { queryMs: 15_000, pushMs: 60_000 };

type Request = { readonly path: string; readonly body?: string; readonly timeoutMs: number };

/** The CRM gateway over HTTP: every answer is parsed, every trouble becomes an UpstreamFailure. */
export function connectCrm(target: UpstreamTarget, timeouts: CrmTimeouts = usual): Upstream {
  const timeoutMs = timeouts.queryMs;
  const closing = new AbortController();

  function ask<T>(schema: z.ZodType<T>, request: Request): Promise<UpstreamResult<T>> {
    return send(target, schema, request, closing.signal);
  }

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
    close: () => closing.abort(),
  };
}

async function send<T>(
  target: UpstreamTarget,
  schema: z.ZodType<T>,
  request: Request,
  closed: AbortSignal,
): Promise<UpstreamResult<T>> {
  // Such a key can't stand in a header, so no gateway can know it.
  if (!/^[\x21-\x7e]+$/.test(target.apiKey)) return { ok: false, failure: { kind: 'refused' } };
  try {
    const reply = await fetch(new URL(request.path, target.url.replace(/\/*$/, '/')), {
      method: request.body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${target.apiKey}`,
        accept: 'application/json',
        ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: request.body ?? null,
      // The key is for the configured gateway, not for where it may point to.
      redirect: 'error',
      signal: AbortSignal.any([closed, AbortSignal.timeout(request.timeoutMs)]),
    });
    const text = await reply.text();
    if (!reply.ok) return { ok: false, failure: failureOf(reply.status, reply.headers, text) };
    const value = schema.safeParse(JSON.parse(text));
    return value.success ? { ok: true, value: value.data } : { ok: false, failure: { kind: 'unreachable' } };
  } catch {
    // Network, time limit, our own end or no JSON: for the counter all the same, the CRM is not to be had now.
    return { ok: false, failure: { kind: 'unreachable' } };
  }
}

function query(parameters: Readonly<Record<string, string | number>>): string {
  const pairs = Object.entries(parameters).map(([key, value]): [string, string] => [key, String(value)]);
  return new URLSearchParams(pairs).toString();
}
