import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../../src-shared/contract/index.ts';
import type { ApplicationState } from '../../../../src-shared/ledger/application-state.ts';
import { foldApplication } from '../../../../src-shared/ledger/reduce-application.ts';
import { type Attachment, attachmentsOf } from '../../../../src-shared/ledger/reduce-attachments.ts';
import { isInformant } from '../../../../src-shared/rules/application-facts.ts';
import type { Viewer } from '../../../../src-shared/rules/field-access.ts';
import { DamagedFile } from '../../files/seal.ts';
import { type Context, systemActor } from '../../handler.ts';
import { entriesOfStream } from '../../ledger/entries.repo.ts';
import { plainViewerOf, sightsOf } from '../person/viewer.ts';
import { copiesOf, forgetCopies, type KnownFile, knownFile, markCopy } from './attachment.repo.ts';
import type { AttachmentServices } from './attachment-services.ts';

/**
 * Special-category data (KVKK md. 6) and what may tell who informed are for those who work at the desk with the
 * applicant. Reception opens nothing.
 */
export function mayOpen(state: ApplicationState, file: Attachment, viewer: Viewer): boolean {
  const sights = sightsOf(viewer, isInformant(state));
  return sights(file.isSpecialCategory ? 'special_attachment' : 'attachment_name') === 'whole';
}

/** A slice of a file for whoever may see it; the look is on record before the bytes leave. */
export async function readAttachment(
  services: AttachmentServices,
  context: Context,
  { attachmentId, offset, length }: ParsedInputOf<'attachment.read'>,
): Promise<Result<OutputOf<'attachment.read'>>> {
  const { db, audit } = services;
  const known = await knownFile(db, attachmentId);
  if (known === undefined) return fail('not_found');
  const state = foldApplication(await entriesOfStream(db, { kind: 'application', id: known.applicationId }));
  const file = state && attachmentsOf(state.attachments).find((one) => one.attachmentId === attachmentId);
  if (state === undefined || file === undefined) return fail('not_found');
  if (!mayOpen(state, file, await plainViewerOf(db, context))) return fail('forbidden');
  if (file.withdrawal !== null) return fail('attachment_withdrawn');
  const bytes = await bytesOf(services, known, offset, length);
  if (!bytes.ok) return bytes;
  await audit.viewed(context, {
    subjectKind: 'attachment',
    subjectIds: [attachmentId],
    method: 'attachment.read',
  });
  const { name, size, sha256, mediaType } = file;
  return succeed({ base64: bytes.value.toString('base64'), name, size, sha256, mediaType });
}

async function bytesOf(
  services: AttachmentServices,
  known: KnownFile,
  offset: number,
  length: number,
): Promise<Result<Buffer>> {
  const { db, files, fetcher } = services;
  const { id } = known;
  const copy = (await copiesOf(db, [id])).get(id);
  if (copy === undefined) {
    const refusal = await fetcher.fetch(known);
    if (refusal !== undefined) return fail(refusal);
  }
  try {
    return succeed(await files.read(known, offset, length));
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error;
    await setDamagedAside(services, id, copy?.isAtCrm ?? false);
    return fail(copy?.isAtCrm ? 'attachment_on_its_way' : 'attachment_damaged');
  }
}

/** Where the CRM has it, the damaged copy goes and the next look fetches another; else it is all that there is. */
async function setDamagedAside(
  { writer, files }: AttachmentServices,
  id: string,
  isAtCrm: boolean,
): Promise<void> {
  await writer.write(systemActor, async ({ trx, touch }) => {
    if (isAtCrm) await forgetCopies(trx, [id]);
    else await markCopy(trx, id, { is_damaged: 1 });
    touch('attachments');
    return succeed(null);
  });
  if (isAtCrm) await files.remove(id);
}
