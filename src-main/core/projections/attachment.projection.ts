import type { Transaction } from 'kysely';
import { type Entry, inOrder, type Stream } from '../../../src-shared/ledger/entry.ts';
import { knownEntry } from '../../../src-shared/ledger/entry-types.ts';
import {
  attachmentsOf,
  isAttachmentEntry,
  noAttachments,
  reduceAttachments,
} from '../../../src-shared/ledger/reduce-attachments.ts';
import type { Schema } from '../db/schema.ts';

/** Which file belongs to which application, and whether its bytes are still to be kept. */
export async function projectAttachments(
  trx: Transaction<Schema>,
  stream: Stream,
  entries: readonly Entry[],
): Promise<void> {
  const facts = inOrder(entries)
    .flatMap((entry) => knownEntry(entry) ?? [])
    .filter(isAttachmentEntry)
    .reduce(reduceAttachments, noAttachments);
  for (const { attachmentId, size, sha256, withdrawal } of attachmentsOf(facts)) {
    const record = {
      application_id: stream.id,
      size,
      sha256,
      is_withdrawn: withdrawal === null ? 0 : 1,
    } as const;
    await trx
      .insertInto('attachments')
      .values({ id: attachmentId, ...record })
      // An id that stands on two applications is nobody's work of ours; the first keeps it.
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(record).where('attachments.application_id', '=', stream.id),
      )
      .execute();
  }
}
