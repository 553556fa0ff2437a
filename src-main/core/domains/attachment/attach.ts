import { succeed } from '../../../../src-shared/contract/errors.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Work, Writer } from '../../write.ts';
import { addEntry } from './add-entry.ts';

/** Puts the finished uploads of a draft on its application; those that are there already are passed over. */
export async function attachDraft(
  work: Work,
  draftKey: string,
  applicationId: string,
): Promise<readonly string[]> {
  const finished = await work.trx
    .selectFrom('attachment_uploads')
    .selectAll()
    .where('draft_key', '=', draftKey)
    .where('finished_at', 'is not', null)
    .orderBy('id')
    .execute();
  for (const upload of finished) await addEntry(work, upload, applicationId);
  return finished.map(({ id }) => id);
}

/**
 * A registration that was carried out and whose screen was lost before it could attach its files: its receipt says
 * which application became of the draft.
 */
export async function attachRegistered(db: Reader, writer: Writer): Promise<void> {
  for (const { draftKey, userId, applicationId } of await registeredDrafts(db))
    await writer.write(userId, async (work) => {
      await attachDraft(work, draftKey, applicationId);
      return succeed(null);
    });
}

async function registeredDrafts(db: Reader) {
  const rows = await db
    .selectFrom('attachment_uploads')
    .innerJoin('receipts', 'receipts.command_id', 'attachment_uploads.draft_key')
    .select(['attachment_uploads.draft_key', 'receipts.user_id', 'receipts.answer'])
    .where('receipts.method', '=', 'application.register')
    .where('attachment_uploads.finished_at', 'is not', null)
    .groupBy('attachment_uploads.draft_key')
    .execute();
  return rows.flatMap(({ draft_key, user_id, answer }) => {
    const applicationId = applicationOf(answer);
    if (draft_key === null || applicationId === undefined) return [];
    return [{ draftKey: draft_key, userId: user_id, applicationId }];
  });
}

function applicationOf(answer: string): string | undefined {
  const parsed: unknown = JSON.parse(answer);
  if (typeof parsed !== 'object' || parsed === null || !('applicationId' in parsed)) return undefined;
  return typeof parsed.applicationId === 'string' ? parsed.applicationId : undefined;
}
