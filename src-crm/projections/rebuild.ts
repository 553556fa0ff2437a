import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import { entryOf } from '../ledger/entry-rows.ts';
import { lockAppends } from '../ledger/store-entries.ts';
import { projectApplications } from './applications.ts';
import { projectAttachments } from './attachments.ts';
import { projectConsumers } from './consumers.ts';

const streamsAtOnce = 500;

/** Empties the projections and folds them anew from the ledger, in one transaction: readers see the old or the new. */
export async function rebuildProjections(db: Kysely<Database>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await lockAppends(tx);
    await tx.deleteFrom('applications').execute();
    await tx.deleteFrom('consumers').execute();
    await tx.deleteFrom('attachments').execute();
    for (const kind of ['application', 'consumer'] as const) {
      let after = '';
      for (;;) {
        const ids = await tx
          .selectFrom('entries')
          .select('stream_id')
          .distinct()
          .where('stream_kind', '=', kind)
          .where('stream_id', '>', after)
          .orderBy('stream_id')
          .limit(streamsAtOnce)
          .execute();
        const last = ids.at(-1);
        if (last === undefined) break;
        const rows = await tx
          .selectFrom('entries')
          .selectAll()
          .where('stream_kind', '=', kind)
          .where('stream_id', '>', after)
          .where('stream_id', '<=', last.stream_id)
          .execute();
        const placed = rows.map((row) => ({ branch: row.branch, entry: entryOf(row) }));
        await (kind === 'application' ? projectApplications(tx, placed) : projectConsumers(tx, placed));
        await projectAttachments(tx, placed);
        after = last.stream_id;
      }
    }
  });
}
