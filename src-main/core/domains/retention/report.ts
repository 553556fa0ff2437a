import { failSaying, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { DestructionState } from '../../../../src-shared/ledger/reduce-destruction.ts';
import { retentionReport } from '../../../../src-shared/paper/retention-report.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Papers } from '../../ports.ts';
import { readDocument } from '../settings/settings.repo.ts';
import { copiesGoAt, storeCopies } from './copies.ts';
import { namesOf, runNoOf } from './run-view.ts';

type Services = { readonly db: Reader; readonly papers: Papers; readonly dataDir: string };

/** The record of a run that was carried out, made anew from the ledger whenever it is asked for. */
export async function destructionReport(
  { db, papers, dataDir }: Services,
  run: DestructionState,
): Promise<Result<{ name: string; base64: string }>> {
  const { order } = run;
  if (order === null) return failSaying('wrong_state', 'Tutanak, imha gerçekleşince hazırlanır.');
  const erased = await db
    .selectFrom('destruction_orders')
    .selectAll()
    .where('run_id', '=', run.id)
    .executeTakeFirst();
  const compactedAt = erased?.compacted_at ?? null;
  const copies = await storeCopies(dataDir);
  const paper = retentionReport({
    place: (await readDocument(db, 'branch'))?.name ?? '',
    runNo: runNoOf(run),
    run,
    order,
    name: await namesOf(db),
    erasedAt: erased?.erased_at ?? null,
    compactedAt,
    copies:
      compactedAt === null
        ? null
        : {
            count: copies.filter(({ at }) => at < compactedAt).length,
            until: copiesGoAt(compactedAt),
          },
  });
  const pdf = await papers.pdf(paper);
  return succeed({
    name: `imha-tutanagi-${run.id.slice(-8)}.pdf`,
    base64: Buffer.from(pdf).toString('base64'),
  });
}
