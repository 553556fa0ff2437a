import type { AttachmentTarget } from '../../../../src-shared/contract/attachment.ts';
import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../../src-shared/contract/index.ts';
import { foldApplication } from '../../../../src-shared/ledger/reduce-application.ts';
import { attachmentsOf } from '../../../../src-shared/ledger/reduce-attachments.ts';
import {
  attachmentFormats,
  attachmentLimits,
  kindOfName,
  refusalOfOffer,
} from '../../../../src-shared/rules/attachment.ts';
import { cleanFileName } from '../../../../src-shared/text/file-name.ts';
import { type Context, userOf } from '../../handler.ts';
import { entriesOfStream, type Reader } from '../../ledger/entries.repo.ts';
import { uploadsFor } from './attachment.repo.ts';
import type { AttachmentServices } from './attachment-services.ts';

type Input = ParsedInputOf<'attachment.begin'>;

/**
 * Makes a place for a file, after what can be judged by its name and size. The same content for the same target goes
 * on where it stopped, so a reload of the window or a power cut costs nothing but choosing the file again.
 */
export async function beginUpload(
  { clock, ids, files }: AttachmentServices,
  context: Context,
  input: Input,
): Promise<Result<OutputOf<'attachment.begin'>>> {
  const name = cleanFileName(input.name, attachmentLimits.name);
  const refusal = refusalOfOffer(name, input.size);
  const kind = kindOfName(name);
  if (refusal !== undefined || kind === undefined) return fail(refusal ?? 'attachment_kind');
  const begun = await context.write(async ({ trx, touch }) => {
    const present = await presentFor(trx, input.target);
    if (!present.ok) return present;
    if (present.value.some(({ sha256 }) => sha256 === input.sha256)) return fail('attachment_twice');
    const uploads = await uploadsFor(trx, input.target);
    const same = uploads.find(({ sha256, size }) => sha256 === input.sha256 && size === input.size);
    const others = [...present.value, ...uploads.filter((upload) => upload !== same)];
    if (sum(others) + input.size > attachmentLimits.application) return fail('attachment_no_room');
    const upload = {
      name,
      media_type: attachmentFormats[kind].mediaType,
      description: input.description,
      is_special: input.isSpecialCategory ? 1 : 0,
      user_id: userOf(context).id,
    } as const;
    const id = same?.id ?? ids.uuid();
    if (same !== undefined)
      await trx.updateTable('attachment_uploads').set(upload).where('id', '=', id).execute();
    else
      await trx
        .insertInto('attachment_uploads')
        .values({
          ...{ id, ...targetColumns(input.target), ...upload },
          size: input.size,
          sha256: input.sha256,
          begun_at: new Date(clock.now()).toISOString(),
          finished_at: null,
        })
        .execute();
    touch('attachments');
    return succeed({ uploadId: id, name });
  });
  if (!begun.ok) return begun;
  const slices = await files.slices({ id: begun.value.uploadId, size: input.size });
  return succeed({ ...begun.value, sliceBytes: attachmentLimits.slice, slices });
}

/** What the target has already; nothing for a draft, and `not_found` for an application that is not there. */
async function presentFor(
  db: Reader,
  target: AttachmentTarget,
): Promise<Result<readonly { readonly size: number; readonly sha256: string }[]>> {
  if (target.kind === 'draft') return succeed([]);
  const stream = { kind: 'application', id: target.applicationId };
  const state = foldApplication(await entriesOfStream(db, stream));
  if (state === undefined) return fail('not_found');
  return succeed(attachmentsOf(state.attachments).filter(({ withdrawal }) => withdrawal === null));
}

function targetColumns(target: AttachmentTarget) {
  return target.kind === 'application'
    ? { application_id: target.applicationId, draft_key: null }
    : { application_id: null, draft_key: target.draftKey };
}

function sum(files: readonly { readonly size: number }[]): number {
  return files.reduce((total, { size }) => total + size, 0);
}
