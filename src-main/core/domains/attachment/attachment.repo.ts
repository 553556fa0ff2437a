import type { AttachmentTarget } from '../../../../src-shared/contract/attachment.ts';
import type { AttachmentUpload } from '../../db/schema.ts';
import type { FileName } from '../../files/sealed-files.ts';
import type { Reader } from '../../ledger/entries.repo.ts';

export type KnownFile = FileName & {
  readonly applicationId: string;
  readonly sha256: string;
  readonly isWithdrawn: boolean;
};
export type Copy = { readonly isAtCrm: boolean; readonly isDamaged: boolean };

export async function knownFile(db: Reader, id: string): Promise<KnownFile | undefined> {
  const row = await db.selectFrom('attachments').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) return undefined;
  const { application_id: applicationId, size, sha256 } = row;
  return { id, applicationId, size, sha256, isWithdrawn: row.is_withdrawn === 1 };
}

/** What this PC holds of these files, by their ids. */
export async function copiesOf(db: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Copy>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('attachment_copies')
    .selectAll()
    .where('attachment_id', 'in', ids)
    .execute();
  return new Map(
    rows.map((row) => [row.attachment_id, { isAtCrm: row.is_at_crm === 1, isDamaged: row.is_damaged === 1 }]),
  );
}

export async function holdCopy(db: Reader, id: string, isAtCrm: boolean): Promise<void> {
  const copy = { is_at_crm: isAtCrm ? 1 : 0, is_damaged: 0 } as const;
  await db
    .insertInto('attachment_copies')
    .values({ attachment_id: id, ...copy })
    .onConflict((conflict) => conflict.column('attachment_id').doUpdateSet(copy))
    .execute();
}

export async function forgetCopies(db: Reader, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.deleteFrom('attachment_copies').where('attachment_id', 'in', ids).execute();
}

export async function markCopy(
  db: Reader,
  id: string,
  change: { readonly is_at_crm: 0 | 1 } | { readonly is_damaged: 1 },
): Promise<void> {
  await db.updateTable('attachment_copies').set(change).where('attachment_id', '=', id).execute();
}

/** A CRM that was restored from a backup may have lost what it had. */
export async function doubtAllCopies(db: Reader): Promise<void> {
  await db.updateTable('attachment_copies').set({ is_at_crm: 0 }).where('is_at_crm', '=', 1).execute();
}

/** What the CRM does not have, the oldest first: ids sort by time. */
export async function unsentFiles(db: Reader): Promise<readonly (FileName & { readonly sha256: string })[]> {
  return db
    .selectFrom('attachment_copies')
    .innerJoin('attachments', 'attachments.id', 'attachment_copies.attachment_id')
    .select(['attachments.id', 'attachments.size', 'attachments.sha256'])
    .where('attachment_copies.is_at_crm', '=', 0)
    .where('attachment_copies.is_damaged', '=', 0)
    .where('attachments.is_withdrawn', '=', 0)
    .orderBy('attachments.id')
    .execute();
}

/** Files that are still here although somebody has withdrawn them. */
export async function withdrawnCopies(db: Reader): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('attachment_copies')
    .innerJoin('attachments', 'attachments.id', 'attachment_copies.attachment_id')
    .select('attachments.id')
    .where('attachments.is_withdrawn', '=', 1)
    .execute();
  return rows.map(({ id }) => id);
}

export function uploadById(db: Reader, id: string): Promise<AttachmentUpload | undefined> {
  return db.selectFrom('attachment_uploads').selectAll().where('id', '=', id).executeTakeFirst();
}

export function uploadsFor(db: Reader, target: AttachmentTarget): Promise<readonly AttachmentUpload[]> {
  const all = db.selectFrom('attachment_uploads').selectAll().orderBy('id');
  return target.kind === 'application'
    ? all.where('application_id', '=', target.applicationId).execute()
    : all.where('draft_key', '=', target.draftKey).execute();
}

export async function dropUploads(db: Reader, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await db.deleteFrom('attachment_uploads').where('id', 'in', ids).execute();
}
