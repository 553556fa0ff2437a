import type { Transaction } from 'kysely';
import { knownEntry } from '../../src-shared/ledger/entry-types.ts';
import { isAttachmentEntry } from '../../src-shared/ledger/reduce-attachments.ts';
import type { Database } from '../db/schema.ts';
import type { PlacedEntry } from '../ledger/entry-rows.ts';
import { inBatches } from './batches.ts';

/**
 * Which files there are, and which were withdrawn: their bytes go with the same commit.
 * @param placed with what the ledger holds already of the same applications, so that the order of arrival is no matter
 */
export async function projectAttachments(
  tx: Transaction<Database>,
  placed: readonly PlacedEntry[],
): Promise<void> {
  const facts = placed
    .filter(({ entry }) => entry.stream.kind === 'application')
    .flatMap(({ branch, entry }) => {
      const known = knownEntry(entry);
      return known !== undefined && isAttachmentEntry(known) ? [{ branch, known }] : [];
    });
  const added = facts.flatMap(({ branch, known }) =>
    known.type === 'attachment.added'
      ? [
          {
            id: known.payload.attachmentId,
            branch,
            application_id: known.entry.stream.id,
            size: known.payload.size,
            sha256: known.payload.sha256,
            is_withdrawn: false,
          },
        ]
      : [],
  );
  for (const batch of inBatches(added))
    await tx
      .insertInto('attachments')
      .values(batch)
      .onConflict((oc) => oc.doNothing())
      .execute();
  for (const { branch, known } of facts)
    if (known.type === 'attachment.withdrawn')
      await withdraw(tx, branch, known.entry.stream.id, known.payload.attachmentId);
}

async function withdraw(
  tx: Transaction<Database>,
  branch: string,
  applicationId: string,
  id: string,
): Promise<void> {
  const changed = await tx
    .updateTable('attachments')
    .set({ is_withdrawn: true })
    .where('id', '=', id)
    .where('branch', '=', branch)
    .where('application_id', '=', applicationId)
    .where('is_withdrawn', '=', false)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) return;
  await tx.deleteFrom('attachment_chunks').where('attachment_id', '=', id).execute();
  await tx.deleteFrom('attachment_content').where('attachment_id', '=', id).execute();
}
