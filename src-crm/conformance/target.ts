import { feedPageSchema } from '../../src-shared/contract/gateway.ts';
import type { Entry } from '../../src-shared/ledger/entry.ts';
import { randomToken } from '../lib/ids.ts';
import { answered, claim } from './claims.ts';
import { type Client, createClient, type FeedQuery } from './client.ts';
import { createThrottle, type Throttle } from './throttle.ts';

export type TargetOptions = {
  /** Where `/health` and `/v1` begin. */
  readonly url: string;
  readonly apiKey: string;
  /** Of another branch. */
  readonly otherKey?: string | undefined;
  readonly withdrawnKey?: string | undefined;
  /** A consumer card can't be taken away again, so it is written only where that is wanted. */
  readonly withConsumer?: boolean | undefined;
};

/** The gateway as the checks meet it, which may hold data of its own and take more while they run. */
export type Target = {
  readonly url: string;
  readonly branchKey: string;
  readonly branch: Client;
  readonly other: Client | undefined;
  readonly withdrawn: Client | undefined;
  readonly stranger: Client;
  readonly keyless: Client;
  readonly withConsumer: boolean;
  readonly throttle: Throttle;
  /** Where the feed of the branch, or of the other one, ended when it was first asked for. */
  readonly feedEnd: (client: Client) => Promise<string>;
};

export function createTarget({
  url,
  apiKey,
  otherKey,
  withdrawnKey,
  withConsumer = false,
}: TargetOptions): Target {
  const throttle = createThrottle();
  const clientOf = (key: string | null): Client => createClient(url, key, throttle);
  const ends = new Map<Client, Promise<string>>();
  return {
    url,
    branchKey: apiKey,
    branch: clientOf(apiKey),
    other: otherKey === undefined ? undefined : clientOf(otherKey),
    withdrawn: withdrawnKey === undefined ? undefined : clientOf(withdrawnKey),
    stranger: clientOf(`banko_${randomToken()}`),
    keyless: clientOf(null),
    withConsumer,
    throttle,
    feedEnd: (client) => {
      const end = ends.get(client) ?? readFeed(client, { after: '' }, false).then(({ next }) => next);
      ends.set(client, end);
      return end;
    },
  };
}

/** Reads the feed on to its end; the pages must move on while there is more. A long past need not be kept. */
export async function readFeed(
  client: Client,
  query: FeedQuery & { readonly after: string },
  isKept = true,
): Promise<{ readonly entries: readonly Entry[]; readonly next: string }> {
  const entries: Entry[] = [];
  for (let after = query.after; ; ) {
    const page = answered('GET /v1/feed', await client.feed({ ...query, after }), feedPageSchema);
    const limit = query.limit ?? 500;
    claim(page.entries.length <= limit, `A feed page of limit ${limit} held ${page.entries.length} entries.`);
    if (isKept) entries.push(...page.entries);
    if (!page.hasMore) return { entries, next: page.next };
    claim(page.next !== after, 'The feed says that there is more, and its cursor stands still.');
    after = page.next;
  }
}

/** What a check wrote, out of a feed that others write to as well. */
export function ofLogs(entries: readonly Entry[], ...logs: readonly string[]): readonly Entry[] {
  return entries.filter(({ log }) => logs.includes(log));
}
