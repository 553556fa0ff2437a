import type { AttachmentRow } from '../../../../src-shared/contract/attachment.ts';
import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { OutputOf } from '../../../../src-shared/contract/index.ts';
import { foldApplication } from '../../../../src-shared/ledger/reduce-application.ts';
import { type Attachment, attachmentsOf } from '../../../../src-shared/ledger/reduce-attachments.ts';
import { attachmentLimits, kindOfMediaType } from '../../../../src-shared/rules/attachment.ts';
import type { Context } from '../../handler.ts';
import { entriesOfStream } from '../../ledger/entries.repo.ts';
import { actorNames } from '../application/actor-names.ts';
import { plainViewerOf } from '../person/viewer.ts';
import { type Copy, copiesOf } from './attachment.repo.ts';
import type { AttachmentServices } from './attachment-services.ts';
import type { Move } from './moves.ts';
import { mayOpen } from './read.ts';

/** The files of an application, the latest first, within what the reader may know. */
export async function listAttachments(
  { db, catalogue, moves, audit }: AttachmentServices,
  context: Context,
  applicationId: string,
): Promise<Result<OutputOf<'attachment.list'>>> {
  const state = foldApplication(await entriesOfStream(db, { kind: 'application', id: applicationId }));
  if (state === undefined) return fail('not_found');
  const viewer = await plainViewerOf(db, context);
  const isDesk = viewer.role !== 'reception' && viewer.role !== 'unit';
  const names = await actorNames(db, catalogue);
  const all = attachmentsOf(state.attachments);
  const copies = await copiesOf(
    db,
    all.map(({ attachmentId }) => attachmentId),
  );
  const rows = all.map((file): AttachmentRow => {
    const { attachmentId: id, withdrawal } = file;
    const isOpen = mayOpen(state, file, viewer);
    return {
      id,
      name: isOpen ? file.name : '',
      description: isOpen ? file.description : '',
      kind: kindOfMediaType(file.mediaType) ?? null,
      mediaType: file.mediaType,
      size: file.size,
      isSpecialCategory: file.isSpecialCategory,
      addedAt: file.at,
      addedBy: names.actor(file.actor),
      ...placeOf(file, copies.get(id), moves.of(id)),
      canOpen: isOpen && withdrawal === null,
      canWithdraw: isDesk && withdrawal === null,
      withdrawal: withdrawal && {
        at: withdrawal.at,
        by: names.actor(withdrawal.actor),
        reason: isOpen ? withdrawal.reason : '',
      },
    };
  });
  // Names and descriptions tell of a person too; beside the open file it is the same look.
  if (rows.some(({ name }) => name !== ''))
    await audit.viewed(context, {
      subjectKind: 'application',
      subjectIds: [applicationId],
      method: 'attachment.list',
    });
  const used = all.reduce((sum, { size, withdrawal }) => (withdrawal === null ? sum + size : sum), 0);
  return succeed({
    attachments: rows.toReversed(),
    canAdd: isDesk,
    room: Math.max(0, attachmentLimits.application - used),
  });
}

function placeOf(
  { size }: Attachment,
  copy: Copy | undefined,
  move: Move | undefined,
): Pick<AttachmentRow, 'place' | 'moved'> {
  if (move !== undefined) return { place: move.direction, moved: Math.min(move.moved, size) };
  if (copy === undefined) return { place: 'elsewhere', moved: 0 };
  if (copy.isDamaged) return { place: 'damaged', moved: 0 };
  return copy.isAtCrm ? { place: 'at_crm', moved: size } : { place: 'waiting', moved: 0 };
}
