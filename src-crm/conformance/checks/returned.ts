import { maxBatch, returnReplySchema } from '../../../src-shared/contract/gateway.ts';
import type { Entry } from '../../../src-shared/ledger/entry.ts';
import { check, checkWith, otherBranch } from '../check.ts';
import { answered, claimEntries, claimSame, refused } from '../claims.ts';
import type { Client } from '../client.ts';
import { take } from '../steps.ts';
import { ofLogs, readFeed } from '../target.ts';
import { erased, headOf, newLog } from '../written.ts';

const clause = 'POST /v1/returned';

async function taken(client: Client, entries: readonly Entry[]): Promise<number> {
  return answered(clause, await client.giveBack(entries), returnReplySchema).taken;
}

export const returnedChecks = [
  check(
    'returned: takes entries of other logs once, in any order',
    `${clause}: anything may be sent again`,
    async ({ branch, feedEnd }) => {
      const after = await feedEnd(branch);
      const { log, entries } = newLog(4);
      const given = entries.filter(({ seq }) => seq !== 2).toReversed();
      claimSame('How many of 3 returned entries were taken', await taken(branch, given), 3);
      claimSame('How many were taken when they came again', await taken(branch, given), 0);
      claimSame(
        'How many when all 4 came twice in one call',
        await taken(branch, [...entries, ...entries]),
        1,
      );
      const feed = ofLogs((await readFeed(branch, { after })).entries, log);
      claimEntries(
        'Returned entries in the feed',
        feed.toSorted((a, b) => a.seq - b.seq),
        entries,
      );
    },
  ),
  check(
    'returned: each entry is judged by its own seal',
    `${clause}: those whose seal does not hold are passed over`,
    async ({ branch, feedEnd }) => {
      const after = await feedEnd(branch);
      const { log, entries } = newLog(5);
      const spoiled = entries.map((entry) => {
        if (entry.seq === 1) return { ...entry, payload: { changed: true } };
        if (entry.seq === 3) return { ...entry, actor: 'somebody-else' };
        return entry.seq === 5 ? erased(entry) : entry;
      });
      const sound = spoiled.filter(({ seq }) => seq !== 1 && seq !== 3);
      claimSame('How many of 2 altered and 3 sound entries were taken', await taken(branch, spoiled), 3);
      const feed = ofLogs((await readFeed(branch, { after })).entries, log);
      claimEntries(
        'The sound ones in the feed',
        feed.toSorted((a, b) => a.seq - b.seq),
        sound,
      );
    },
  ),
  check(
    'returned: what is held already is passed over, and a later push of its log too',
    `${clause}: those that the gateway holds are passed over`,
    async ({ branch }) => {
      const written = newLog(4);
      await take(branch, written.log, written.entries.slice(0, 1));
      claimSame(
        'How many of an entry that was pushed and 2 others were taken',
        await taken(branch, written.entries.slice(0, 3)),
        2,
      );
      const reply = await take(branch, written.log, written.entries);
      claimSame('The reply to the push of the whole log', reply, { head: headOf(written, 4), accepted: 1 });
    },
  ),
  checkWith(
    'returned: what is another branch’s is passed over',
    `${clause}: those that are another branch's are passed over`,
    otherBranch,
    async ({ branch, feedEnd }, other) => {
      const after = await feedEnd(branch);
      const { log, entries } = newLog(2);
      await take(other, log, entries.slice(0, 1));
      claimSame('How many entries of another branch’s log were taken', await taken(branch, entries), 0);
      claimEntries(
        'The other branch’s log in our feed',
        ofLogs((await readFeed(branch, { after })).entries, log),
        [],
      );
    },
  ),
  check('returned: what is no batch is refused', 'returnRequestSchema', async ({ branch }) => {
    const send = (body: string) => branch.send({ method: 'POST', path: '/v1/returned', body });
    for (const body of ['{', '{"entries":[]}', '{"entries":[{}]}'])
      refused(`A return of ${body}`, await send(body), 400, 'invalid_input');
    const { entries } = newLog(maxBatch + 1);
    refused(`A return of ${maxBatch + 1}`, await send(JSON.stringify({ entries })), 400, 'invalid_input');
  }),
];
