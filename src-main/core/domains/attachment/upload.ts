import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../../src-shared/contract/index.ts';
import { headBytes, refusalOfContent } from '../../../../src-shared/rules/attachment.ts';
import type { AttachmentUpload } from '../../db/schema.ts';
import { DamagedFile } from '../../files/seal.ts';
import { sliceCount, sliceLength } from '../../files/sealed-files.ts';
import { type Context, systemActor, userOf } from '../../handler.ts';
import { addEntry } from './add-entry.ts';
import { dropUploads, uploadById } from './attachment.repo.ts';
import type { AttachmentServices } from './attachment-services.ts';

/** Takes one slice to the disk. The first one shows what the file is; what is not as its name says ends there. */
export async function takeChunk(
  services: AttachmentServices,
  { uploadId, index, base64 }: ParsedInputOf<'attachment.chunk'>,
): Promise<Result<OutputOf<'attachment.chunk'>>> {
  const { db, files } = services;
  const upload = await uploadById(db, uploadId);
  if (upload === undefined) return fail('not_found');
  if (upload.finished_at !== null) return succeed({ slices: sliceCount(upload.size) });
  const bytes = Buffer.from(base64, 'base64');
  const slices = await files.slices(upload);
  if (index > slices || bytes.length === 0 || bytes.length !== sliceLength(upload.size, index))
    return fail('invalid_input', [{ path: 'index', message: 'Dosyanın parçaları sırayla gönderilmeli.' }]);
  const refusal = index === 0 ? refusalOfContent(upload.name, bytes.subarray(0, headBytes)) : undefined;
  if (refusal !== undefined) {
    await drop(services, upload);
    return fail(refusal);
  }
  try {
    await files.write(upload, index, bytes);
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error;
    // What a power cut has left of an earlier try.
    await drop(services, upload);
    return fail('attachment_broken');
  }
  return succeed({ slices: Math.max(slices, index + 1) });
}

/**
 * Accepts the file: every byte is read back from the disk and held against the digest that was declared at the
 * beginning, and is made to outlive a power cut, before the entry says that it is there.
 */
export async function finishUpload(
  services: AttachmentServices,
  context: Context,
  uploadId: string,
): Promise<Result<OutputOf<'attachment.finish'>>> {
  const { db, files, clock } = services;
  const upload = await uploadById(db, uploadId);
  // Finished before, perhaps: then its receipt has the answer.
  if (upload === undefined) return context.write(async () => fail('not_found'));
  if ((await files.slices(upload)) < sliceCount(upload.size))
    return fail('invalid_input', [{ path: 'uploadId', message: 'Dosyanın tamamı henüz gelmedi.' }]);
  const fault = await faultOf(services, upload);
  if (fault !== undefined) {
    await drop(services, upload);
    return fail(fault);
  }
  await files.sync(upload);
  return context.write<OutputOf<'attachment.finish'>>(async (work) => {
    if ((await uploadById(work.trx, uploadId)) === undefined) return fail('not_found');
    if (upload.application_id === null) {
      await work.trx
        .updateTable('attachment_uploads')
        .set({ finished_at: new Date(clock.now()).toISOString(), user_id: userOf(context).id })
        .where('id', '=', uploadId)
        .execute();
      work.touch('attachments');
      return succeed({ attachmentId: uploadId, isAttached: false });
    }
    await addEntry(work, upload, upload.application_id);
    return succeed({ attachmentId: uploadId, isAttached: true });
  });
}

export async function abandonUpload(
  services: AttachmentServices,
  uploadId: string,
): Promise<Result<Record<string, never>>> {
  const upload = await uploadById(services.db, uploadId);
  if (upload !== undefined) await drop(services, upload);
  return succeed({});
}

async function faultOf({ files }: AttachmentServices, upload: AttachmentUpload) {
  try {
    if ((await files.digest(upload)) !== upload.sha256) return 'attachment_broken';
    return refusalOfContent(upload.name, await files.read(upload, 0, headBytes));
  } catch (error) {
    if (error instanceof DamagedFile) return 'attachment_broken';
    throw error;
  }
}

/** The row first: bytes without a row are swept, a row without bytes would be an upload that never was. */
async function drop({ writer, files }: AttachmentServices, { id }: AttachmentUpload): Promise<void> {
  await writer.write(systemActor, async ({ trx, touch }) => {
    await dropUploads(trx, [id]);
    touch('attachments');
    return succeed(null);
  });
  await files.remove(id);
}
