import type { AttachmentTarget, attachmentContract } from '../../../../src-shared/contract/attachment.ts';
import { fail, succeed } from '../../../../src-shared/contract/errors.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { foldApplication } from '../../../../src-shared/ledger/reduce-application.ts';
import { attachmentLimits } from '../../../../src-shared/rules/attachment.ts';
import { sliceCount } from '../../files/sealed-files.ts';
import type { Context, Handlers } from '../../handler.ts';
import { entriesOfStream, type Reader } from '../../ledger/entries.repo.ts';
import { isHiddenFrom } from '../application/file.service.ts';
import { plainViewerOf } from '../person/viewer.ts';
import { knownFile, uploadsFor } from './attachment.repo.ts';
import type { AttachmentServices } from './attachment-services.ts';
import { beginUpload } from './begin-upload.ts';
import { listAttachments } from './list.ts';
import { readAttachment } from './read.ts';
import { abandonUpload, finishUpload, takeChunk } from './upload.ts';

/** Files of applications: added, looked at, withdrawn. Their bytes travel by the pump and the fetcher. */
export function attachmentService(services: AttachmentServices): Handlers<keyof typeof attachmentContract> {
  const { db, files, inTurn } = services;
  return {
    'attachment.list': (context, { applicationId }) => listAttachments(services, context, applicationId),
    'attachment.uploads': async (context, { target }) => {
      const uploads = await uploadsFor(db, target);
      const isNamed = await mayNameUploads(db, context, target);
      const rows = uploads.map(async (upload) => {
        const { id, name, size, begun_at: begunAt } = upload;
        const slices = await files.slices(upload);
        const received = slices === sliceCount(size) ? size : slices * attachmentLimits.slice;
        return {
          uploadId: id,
          name: isNamed ? name : '',
          size,
          received,
          isWhole: upload.finished_at !== null,
          begunAt,
        };
      });
      return succeed({ uploads: await Promise.all(rows) });
    },
    'attachment.begin': (context, input) => beginUpload(services, context, input),
    'attachment.chunk': (_context, input) => inTurn(input.uploadId, () => takeChunk(services, input)),
    'attachment.finish': (context, { uploadId }) =>
      inTurn(uploadId, () => finishUpload(services, context, uploadId)),
    'attachment.abandon': (_context, { uploadId }) =>
      inTurn(uploadId, () => abandonUpload(services, uploadId)),
    'attachment.withdraw': (context, { attachmentId, reason }) =>
      context.write(async (work) => {
        const file = await knownFile(work.trx, attachmentId);
        if (file === undefined) return fail('not_found');
        if (file.isWithdrawn) return fail('attachment_withdrawn');
        const stream = { kind: 'application', id: file.applicationId };
        await work.append(fact(stream, 'attachment.withdrawn', { attachmentId, reason }));
        return succeed({});
      }),
    'attachment.read': (context, input) => readAttachment(services, context, input),
  };
}

/** What is being added to an informant's application is named to those alone who may know who informed. */
async function mayNameUploads(db: Reader, context: Context, target: AttachmentTarget): Promise<boolean> {
  if (target.kind === 'draft') return true;
  const state = foldApplication(await entriesOfStream(db, { kind: 'application', id: target.applicationId }));
  return state === undefined || !isHiddenFrom(state, await plainViewerOf(db, context));
}
