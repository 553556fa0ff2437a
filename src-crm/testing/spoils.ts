import { z } from 'zod';
import {
  feedPageSchema,
  logPageSchema,
  maxBatch,
  pushReplySchema,
  pushRequestSchema,
} from '../../src-shared/contract/gateway.ts';
import type { Entry } from '../../src-shared/ledger/entry.ts';
import type { Answer, Passing, Spoil } from './spoiling-proxy.ts';

export const isPush = ({ method, path }: Passing) => method === 'POST' && path.endsWith('/entries');
export const isPage = ({ method, path }: Passing) => method === 'GET' && path.endsWith('/entries');
export const isHead = ({ path }: Passing) => path.endsWith('/head');
export const isFeed = ({ path }: Passing) => path === '/v1/feed';
export const isReturn = ({ path }: Passing) => path === '/v1/returned';
export const isLookUp = ({ path }: Passing) => path === '/v1/consumers';
export type Where = (request: Passing) => boolean;

export function entriesIn({ body }: Passing): readonly Entry[] {
  try {
    return pushRequestSchema.safeParse(JSON.parse(body)).data?.entries ?? [];
  } catch {
    return [];
  }
}

export const json = (status: number, value: unknown): Answer => ({ status, text: JSON.stringify(value) });

export function onAnswer(where: Where, change: (answer: Answer, request: Passing) => Answer): Spoil {
  return { answer: (answer, request) => (where(request) ? change(answer, request) : answer) };
}

/** Gives another answer wherever ours has that status. */
export function insteadOf(where: Where, status: number, instead: Answer): Spoil {
  return onAnswer(where, (answer) => (answer.status === status ? instead : answer));
}

export function onEntries(
  where: Where,
  change: (entries: readonly Entry[], request: Passing) => readonly Entry[],
): Spoil {
  return onAnswer(where, (answer, request) => {
    if (answer.status !== 200) return answer;
    const schema = isFeed(request) ? feedPageSchema : logPageSchema;
    const page = schema.parse(JSON.parse(answer.text));
    return json(200, { ...page, entries: change(page.entries, request) });
  });
}

export function onFeed(change: (page: object) => object): Spoil {
  return onAnswer(isFeed, (answer) =>
    answer.status === 200 ? json(200, change(feedPageSchema.parse(JSON.parse(answer.text)))) : answer,
  );
}

export function withKey(key: string, where: Where): Spoil {
  return { request: (request) => (where(request) ? { authorization: `Bearer ${key}` } : {}) };
}

export function withoutQuery(name: string, where: Where): Spoil {
  return {
    request: (request) => {
      if (!where(request)) return {};
      const query = new URLSearchParams(request.query);
      query.delete(name);
      return { query };
    },
  };
}

export const allAccepted = onAnswer(isPush, (answer, request) => {
  if (answer.status !== 200) return answer;
  return json(200, {
    ...pushReplySchema.parse(JSON.parse(answer.text)),
    accepted: entriesIn(request).length,
  });
});

export const taken = (count: (entries: readonly Entry[]) => number) =>
  onAnswer(isReturn, (answer, request) =>
    answer.status === 200 ? json(200, { taken: count(entriesIn(request)) }) : answer,
  );

export const anyHead = { head: { log: '01900000-0000-7000-8000-000000000001', seq: 3, hash: '0' } };
export const textOnly = (status: number): Answer => ({ status, text: '<h1>Error</h1>' });
/** True when it is first asked, and never again. */
export const firstOnly = (): (() => boolean) => {
  let isFirst = true;
  return () => {
    const was = isFirst;
    isFirst = false;
    return was;
  };
};

const longPush = z.object({ entries: z.array(z.unknown()) });

/** The first 500 entries of a push, as a gateway takes them that overlooks the rest. */
export function cut({ body }: Passing): string {
  const { data } = longPush.safeParse(JSON.parse(body));
  return data === undefined ? body : JSON.stringify({ entries: data.entries.slice(0, maxBatch) });
}
