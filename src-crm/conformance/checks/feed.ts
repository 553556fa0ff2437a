import { feedPageSchema, maxBatch } from '../../../src-shared/contract/gateway.ts';
import { randomToken } from '../../lib/ids.ts';
import { check, checkWith, otherBranch } from '../check.ts';
import { answered, claim, claimEntries, refused } from '../claims.ts';
import type { Client, FeedQuery } from '../client.ts';
import { take } from '../steps.ts';
import { ofLogs, readFeed } from '../target.ts';
import { newLog } from '../written.ts';

const clause = 'GET /v1/feed?after=<cursor>&limit=&exceptLog=<log>';

async function pageOf(client: Client, query: FeedQuery) {
  return answered(clause, await client.feed(query), feedPageSchema);
}

export const feedChecks = [
  check('feed: gives what arrived in the order of arrival', clause, async ({ branch, feedEnd }) => {
    const after = await feedEnd(branch);
    const [first, second] = [newLog(4), newLog(2)];
    const arrived = [...first.entries.slice(0, 2), ...second.entries, ...first.entries.slice(2)];
    await take(branch, first.log, first.entries.slice(0, 2));
    await take(branch, second.log, second.entries);
    await take(branch, first.log, first.entries.slice(2));
    for (const limit of [500, 1]) {
      const { entries } = await readFeed(branch, { after, limit });
      claimEntries(`The feed in pages of ${limit}`, ofLogs(entries, first.log, second.log), arrived);
    }
  }),
  check(
    'feed: a cursor may be used again and gives the same',
    `${clause}: the cursor is the gateway's own text`,
    async ({ branch, feedEnd }) => {
      const after = await feedEnd(branch);
      const { log, entries } = newLog(3);
      await take(branch, log, entries);
      const once = await pageOf(branch, { after, limit: 2 });
      const twice = await pageOf(branch, { after, limit: 2 });
      claimEntries('The same page again', twice.entries, once.entries);
      claim(
        !once.isRestart && !twice.isRestart,
        'A cursor that the gateway has given should not be a restart.',
      );
      const { next } = await readFeed(branch, { after });
      const beyond = await readFeed(branch, { after: next });
      claimEntries('What came after the end of the feed', ofLogs(beyond.entries, log), []);
    },
  ),
  check(
    'feed: leaves the caller’s own entries out and goes past them',
    `${clause}: exceptLog leaves out the caller's own entries`,
    async ({ branch, feedEnd }) => {
      const after = await feedEnd(branch);
      const [own, foreign] = [newLog(3), newLog(2)];
      await take(branch, own.log, own.entries);
      await take(branch, foreign.log, foreign.entries);
      const { entries, next } = await readFeed(branch, { after, limit: 1, exceptLog: own.log });
      claimEntries('The feed without our own log', ofLogs(entries, own.log, foreign.log), foreign.entries);
      const beyond = await readFeed(branch, { after: next });
      claimEntries('Our own log after the cursor that was past it', ofLogs(beyond.entries, own.log), []);
    },
  ),
  check(
    'feed: begins again for a cursor that it does not know',
    `${clause}: a gateway that does not know a cursor begins again`,
    async ({ branch }) => {
      const { log, entries } = newLog(1);
      await take(branch, log, entries);
      const fresh = await pageOf(branch, { after: '', limit: 3 });
      claim(!fresh.isRestart, 'The beginning itself (after is empty) should not be a restart.');
      const again = await pageOf(branch, { after: `conformance.${randomToken()}`, limit: 3 });
      claim(again.isRestart, 'An unknown cursor should be answered with isRestart true.');
      claimEntries('The feed from an unknown cursor', again.entries, fresh.entries);
    },
  ),
  check(
    'feed: holds no more than was asked for',
    `${clause}: limit, hasMore`,
    async ({ branch, feedEnd }) => {
      const after = await feedEnd(branch);
      const { log, entries } = newLog(5);
      await take(branch, log, entries);
      const page = await pageOf(branch, { after, limit: 2 });
      claim(
        page.entries.length === 2,
        `A page of 2 held ${page.entries.length} entries where at least 5 waited.`,
      );
      claim(page.hasMore, 'A page of 2 should say hasMore where at least 5 waited.');
      for (const limit of [0, maxBatch + 1])
        refused(`A feed page of ${limit}`, await branch.feed({ after, limit }), 400, 'invalid_input');
      refused(
        'A feed without a log that is no UUID',
        await branch.feed({ after, exceptLog: 'x' }),
        400,
        'invalid_input',
      );
    },
  ),
  checkWith(
    'feed: holds nothing of another branch',
    'the key decides the branch',
    otherBranch,
    async ({ branch, feedEnd }, other) => {
      const [ours, theirs] = [await feedEnd(branch), await feedEnd(other)];
      const [own, foreign] = [newLog(2), newLog(2)];
      await take(branch, own.log, own.entries);
      await take(other, foreign.log, foreign.entries);
      for (const [client, after, log, hidden] of [
        [branch, ours, own, foreign],
        [other, theirs, foreign, own],
      ] as const) {
        const { entries } = await readFeed(client, { after });
        claimEntries('A branch’s own log in its feed', ofLogs(entries, log.log), log.entries);
        claimEntries('Another branch’s log in the feed', ofLogs(entries, hidden.log), []);
      }
    },
  ),
];
