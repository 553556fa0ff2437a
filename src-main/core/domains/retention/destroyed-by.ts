import { failSaying } from '../../../../src-shared/contract/errors.ts';
import { formatDate } from '../../../../src-shared/text/format.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import { runNoOf } from './run-view.ts';
import { runById } from './runs.repo.ts';

/** Why an application is not here any more, with the report in which that stands; undefined where it was not destroyed. */
export async function destroyedBy(db: Reader, applicationId: string) {
  const row = await db
    .selectFrom('destroyed')
    .innerJoin('destruction_orders', 'destruction_orders.run_id', 'destroyed.run_id')
    .select(['destroyed.run_id', 'destruction_orders.at'])
    .where('kind', '=', 'application')
    .where('id', '=', applicationId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const run = await runById(db, row.run_id);
  const report = run === undefined ? '' : ` (tutanak no ${runNoOf(run)})`;
  return failSaying('destroyed', `Bu dosya ${formatDate(row.at)} tarihinde imha edildi${report}.`);
}
