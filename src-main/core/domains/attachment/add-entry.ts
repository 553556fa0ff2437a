import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import type { AttachmentUpload } from '../../db/schema.ts';
import type { Work } from '../../write.ts';
import { dropUploads, holdCopy } from './attachment.repo.ts';

/** From an upload that is whole and safe on the disk to a file of the application. */
export async function addEntry(work: Work, upload: AttachmentUpload, applicationId: string): Promise<void> {
  await work.append(
    fact({ kind: 'application', id: applicationId }, 'attachment.added', {
      attachmentId: upload.id,
      name: upload.name,
      mediaType: upload.media_type,
      size: upload.size,
      sha256: upload.sha256,
      description: upload.description,
      isSpecialCategory: upload.is_special === 1,
    }),
  );
  await holdCopy(work.trx, upload.id, false);
  await dropUploads(work.trx, [upload.id]);
}
