import type { Stream } from '../../../../src-shared/ledger/entry.ts';
import { fact, type PayloadOf } from '../../../../src-shared/ledger/entry-types.ts';
import type { Context } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Ids } from '../../ports.ts';
import type { Work } from '../../write.ts';

type Document = PayloadOf<'print.requested'>['document'];

/** Asks for a document on paper; the print pump carries it out after the commit. Later copies are marked KOPYA. */
export async function requestPrint(
  work: Work,
  ids: Ids,
  stream: Stream,
  document: Document,
  { printsAt }: Pick<Context, 'printsAt'>,
): Promise<string> {
  const jobId = ids.uuid();
  await work.append(
    fact(stream, 'print.requested', {
      ...{ jobId, document, copyNo: await nextCopyNo(work.trx, stream, document) },
      ...(printsAt === null ? {} : { printsAt }),
    }),
  );
  return jobId;
}

/** 1 is the original. */
export async function nextCopyNo(db: Reader, stream: Stream, document: Document): Promise<number> {
  const { count } = await db
    .selectFrom('print_jobs')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('stream_kind', '=', stream.kind)
    .where('stream_id', '=', stream.id)
    .where('document', '=', document)
    .executeTakeFirstOrThrow();
  return count + 1;
}
