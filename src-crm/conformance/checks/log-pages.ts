import { logPageSchema, maxBatch } from '../../../src-shared/contract/gateway.ts';
import { emptyHead, followChain } from '../../../src-shared/ledger/chain.ts';
import type { Entry } from '../../../src-shared/ledger/entry.ts';
import { sha256 } from '../../lib/ids.ts';
import { check } from '../check.ts';
import { answered, claim, claimEntries, claimSame, refused } from '../claims.ts';
import { take } from '../steps.ts';
import { headOf, newLog } from '../written.ts';

const clause = 'GET /v1/logs/:log/entries?after=<seq>&limit=';

export const logPageChecks = [
  check('log pages: give a log back in order, a page at a time', clause, async ({ branch }) => {
    const written = newLog(7);
    await take(branch, written.log, written.entries);
    const entries: Entry[] = [];
    for (const [after, count] of [
      [0, 3],
      [3, 3],
      [6, 1],
      [7, 0],
    ] as const) {
      const page = answered(
        `A page after ${after}`,
        await branch.page(written.log, { after, limit: 3 }),
        logPageSchema,
      );
      claimSame(`How many entries the page of 3 after ${after} holds`, page.entries.length, count);
      claimSame('The head that comes with each page', page.head, headOf(written, 7));
      entries.push(...page.entries);
    }
    claimEntries('The pages together', entries, written.entries);
    claim(
      'head' in followChain(emptyHead(written.log), entries, sha256),
      'The chain of the pages together does not verify.',
    );
  }),
  check(`log pages: hold ${maxBatch} where no limit is given`, clause, async ({ branch }) => {
    const written = newLog(maxBatch);
    await take(branch, written.log, written.entries);
    const page = answered('A page without a limit', await branch.page(written.log), logPageSchema);
    claimEntries('The whole log in one page', page.entries, written.entries);
  }),
  check('log pages: of an unknown log are empty', clause, async ({ branch }) => {
    const { log } = newLog(0);
    const { entries, head } = answered('A page of an unknown log', await branch.page(log), logPageSchema);
    claimSame('What is known of an unknown log', { entries, seq: head.seq }, { entries: [], seq: 0 });
  }),
  check(
    'log pages: a limit out of range is refused',
    `${clause}, at most ${maxBatch}`,
    async ({ branch }) => {
      const { log } = newLog(0);
      for (const query of [{ limit: maxBatch + 1 }, { limit: 0 }, { after: -1 }])
        refused(`A page of ${JSON.stringify(query)}`, await branch.page(log, query), 400, 'invalid_input');
    },
  ),
];
