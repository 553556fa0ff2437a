import { failSaying, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { DestructionState } from '../../../../src-shared/ledger/reduce-destruction.ts';
import { retentionReport } from '../../../../src-shared/paper/retention-report.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Papers } from '../../ports.ts';
import { senderNow } from '../document/sender.ts';
import { type SealServices, sealDocument } from '../seal/seal-document.ts';
import { copiesGoAt, storeCopies } from './copies.ts';
import { namesOf, runNoOf } from './run-view.ts';

type Services = SealServices & {
  readonly catalogue: Catalogue;
  readonly papers: Papers;
  readonly dataDir: string;
};

/**
 * The record of a run that was carried out, made anew from the ledger whenever it is asked for, with this PC's seal
 * where it has one: the paper says how to tell.
 */
export async function destructionReport(
  services: Services,
  run: DestructionState,
): Promise<Result<{ name: string; base64: string }>> {
  const { db, clock, papers, dataDir } = services;
  const { order } = run;
  if (order === null) return failSaying('wrong_state', 'Tutanak, imha gerçekleşince hazırlanır.');
  const erased = await db
    .selectFrom('destruction_orders')
    .selectAll()
    .where('run_id', '=', run.id)
    .executeTakeFirst();
  const compactedAt = erased?.compacted_at ?? null;
  const copies = await storeCopies(dataDir);
  const at = new Date(clock.now()).toISOString();
  const paper = retentionReport({
    sender: await senderNow(services, at),
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
  const sealed = await sealDocument(services, pdf, { reason: 'İmha tutanağı', at });
  return succeed({
    name: `imha-tutanagi-${run.id.slice(-8)}.pdf`,
    base64: Buffer.from(typeof sealed === 'string' ? pdf : sealed).toString('base64'),
  });
}
