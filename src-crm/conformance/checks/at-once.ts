import { pushReplySchema } from '../../../src-shared/contract/gateway.ts';
import type { Entry } from '../../../src-shared/ledger/entry.ts';
import { check } from '../check.ts';
import { answered, claimEntries, claimSame } from '../claims.ts';
import { take } from '../steps.ts';
import { ofLogs, readFeed, type Target } from '../target.ts';
import { headOf, newLog } from '../written.ts';

const counters = 20;
const slices = 5;
const sliceLength = 4;

export const atOnceChecks = [
  check(
    'at once: the same slice from two sides is stored once',
    'entries that the gateway holds already are passed over',
    async ({ branch, feedEnd }) => {
      const after = await feedEnd(branch);
      const written = newLog(40);
      const replies = await Promise.all([1, 2, 3].map(() => branch.push(written.log, written.entries)));
      const read = replies.map((reply) => answered('One of three pushes at once', reply, pushReplySchema));
      for (const { head } of read) claimSame('The head in each reply', head, headOf(written, 40));
      const accepted = read.reduce((sum, reply) => sum + reply.accepted, 0);
      claimSame('How many entries the replies say were accepted, together', accepted, 40);
      const { entries } = await readFeed(branch, { after });
      claimEntries('The log in the feed', ofLogs(entries, written.log), written.entries);
    },
  ),
  check(
    `at once: a reader misses nothing while ${counters} logs are pushed`,
    'an entry never appears before a cursor that was already handed out',
    async (target) => {
      const { branch, feedEnd } = target;
      const logs = Array.from({ length: counters }, () => newLog(slices * sliceLength));
      const start = await feedEnd(branch);
      let isPushing = true;
      const pushes = Promise.all(
        logs.map(async ({ log, entries }) => {
          for (let from = 0; from < entries.length; from += sliceLength)
            await take(branch, log, entries.slice(from, from + sliceLength));
        }),
      ).finally(() => {
        isPushing = false;
      });
      const [seen] = await Promise.all([follow(target, start, () => isPushing), pushes]);
      for (const { log, entries } of logs)
        claimEntries('A log as a reader met it that followed the feed meanwhile', ofLogs(seen, log), entries);
    },
  ),
];

/** Everything that a reader meets who never goes back behind a cursor; reads once more after the last push. */
async function follow(
  { branch }: Target,
  start: string,
  isPushing: () => boolean,
): Promise<readonly Entry[]> {
  const seen: Entry[] = [];
  for (let after = start, isLast = false; ; ) {
    const { entries, next } = await readFeed(branch, { after, limit: 13 });
    seen.push(...entries);
    after = next;
    if (isLast) return seen;
    isLast = !isPushing();
  }
}
