import { maxBatch } from '../../../src-shared/contract/gateway.ts';
import { check, checkWith, otherBranch } from '../check.ts';
import { claim, claimSame, refused } from '../claims.ts';
import { headAt, take } from '../steps.ts';
import { forkOf, headOf, newLog, resealed } from '../written.ts';

const pushClause = 'POST /v1/logs/:log/entries';

export const pushChecks = [
  check(
    'head: of a log that nobody has pushed is 0',
    'logHeadSchema: 0 where the gateway has nothing of this log',
    async ({ branch }) => {
      const { log } = newLog(1);
      const head = await headAt(branch, log);
      claimSame('The head of an unknown log', { log: head.log, seq: head.seq }, { log, seq: 0 });
    },
  ),
  check('push: takes a log from its beginning', pushClause, async ({ branch }) => {
    const written = newLog(3);
    const reply = await take(branch, written.log, written.entries);
    claimSame('The reply to the first slice', reply, { head: headOf(written, 3), accepted: 3 });
    claimSame('The head after it', await headAt(branch, written.log), headOf(written, 3));
  }),
  check(
    'push: a slice sent again is passed over',
    `${pushClause}: entries that the gateway holds already are passed over`,
    async ({ branch }) => {
      const written = newLog(5);
      await take(branch, written.log, written.entries.slice(0, 3));
      const again = await take(branch, written.log, written.entries.slice(0, 3));
      claimSame('The reply to the same slice again', again, { head: headOf(written, 3), accepted: 0 });
      const inside = await take(branch, written.log, written.entries.slice(1, 2));
      claimSame('The reply to a part of it', inside, { head: headOf(written, 3), accepted: 0 });
      const overlapping = await take(branch, written.log, written.entries.slice(1));
      claimSame('The reply to a slice half of which is held', overlapping, {
        head: headOf(written, 5),
        accepted: 2,
      });
    },
  ),
  check(
    'push: a hole is refused with the head',
    'hole: the slice does not begin right above the head',
    async ({ branch }) => {
      const written = newLog(4);
      await take(branch, written.log, written.entries.slice(0, 2));
      const { head } = refused(
        'A slice that leaves a hole',
        await branch.push(written.log, written.entries.slice(3)),
        409,
        'hole',
      );
      claimSame('The head that comes with "hole"', head, headOf(written, 2));
      claimSame('The head after a hole was refused', await headAt(branch, written.log), headOf(written, 2));
      const unknown = newLog(2);
      const first = refused(
        'An unknown log from seq 2 on',
        await branch.push(unknown.log, unknown.entries.slice(1)),
        409,
        'hole',
      );
      claim(
        first.head?.seq === 0,
        'The head that comes with "hole" should be 0 for a log of which nothing is held.',
      );
    },
  ),
  check(
    'push: a second history is refused with the head',
    'fork: the same seq with another hash',
    async ({ branch }) => {
      const written = newLog(3);
      await take(branch, written.log, written.entries);
      for (const shared of [1, 2]) {
        const copy = forkOf(written, shared, 4 - shared);
        for (const slice of [copy.entries.slice(shared), copy.entries.slice(3)]) {
          const what = `Another history from seq ${shared + 1} on, sent from ${slice[0]?.seq}`;
          const { head } = refused(what, await branch.push(written.log, slice), 409, 'fork');
          claimSame('The head that comes with "fork"', head, headOf(written, 3));
        }
      }
      const renamed = newLog(1).entries.map((entry) => resealed(entry, { log: written.log }));
      refused('Another first entry', await branch.push(written.log, renamed), 409, 'fork');
      claimSame('The head after forks were refused', await headAt(branch, written.log), headOf(written, 3));
    },
  ),
  checkWith(
    'push: a log stays with the branch that began it',
    'other_branch',
    otherBranch,
    async ({ branch }, other) => {
      const written = newLog(2);
      await take(branch, written.log, written.entries.slice(0, 1));
      refused(
        'A push to the log of another branch',
        await other.push(written.log, written.entries.slice(1)),
        403,
        'other_branch',
      );
      refused('The head of the log of another branch', await other.head(written.log), 403, 'other_branch');
      refused('The entries of the log of another branch', await other.page(written.log), 403, 'other_branch');
      claimSame('The head after that', await headAt(branch, written.log), headOf(written, 1));
    },
  ),
  check(`push: takes ${maxBatch} entries at once and no more`, 'maxBatch', async ({ branch }) => {
    const written = newLog(maxBatch + 1);
    const { fields } = refused(
      `A slice of ${maxBatch + 1}`,
      await branch.push(written.log, written.entries),
      400,
      'invalid_input',
    );
    claim(
      fields?.some(({ path }) => path === 'entries') === true,
      'The refusal of a slice that is too long should name the field "entries".',
    );
    const reply = await take(branch, written.log, written.entries.slice(0, maxBatch));
    claimSame('The reply to a full slice', reply, { head: headOf(written, maxBatch), accepted: maxBatch });
  }),
];
