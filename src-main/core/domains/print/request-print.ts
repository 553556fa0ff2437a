import type { Stream } from '../../../../src-shared/ledger/entry.ts';
import { fact, type PayloadOf } from '../../../../src-shared/ledger/entry-types.ts';
import type { Context } from '../../handler.ts';
import type { Ids } from '../../ports.ts';
import type { Work } from '../../write.ts';

/** Asks for a document on paper; the print pump carries it out after the commit. Later copies are marked KOPYA. */
export async function requestPrint(
  work: Work,
  ids: Ids,
  stream: Stream,
  document: PayloadOf<'print.requested'>['document'],
  { printsAt }: Pick<Context, 'printsAt'>,
): Promise<string> {
  const { count } = await work.trx
    .selectFrom('print_jobs')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('stream_kind', '=', stream.kind)
    .where('stream_id', '=', stream.id)
    .where('document', '=', document)
    .executeTakeFirstOrThrow();
  const jobId = ids.uuid();
  await work.append(
    fact(stream, 'print.requested', {
      ...{ jobId, document, copyNo: count + 1 },
      ...(printsAt === null ? {} : { printsAt }),
    }),
  );
  return jobId;
}
