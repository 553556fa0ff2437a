import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../../src-shared/contract/index.ts';
import type { Work } from '../../write.ts';
import { addEntry } from './add-entry.ts';
import { uploadsFor } from './attachment.repo.ts';

type Files = NonNullable<ParsedInputOf<'application.register'>['files']>;

/**
 * Puts the uploads that were made while an application was written on it, in the unit of work that registers it. One
 * that is not whole is refused: its paper would be missed without anybody knowing.
 */
export async function attachUploads(
  work: Work,
  files: Files | null,
  applicationId: string,
): Promise<Result<null>> {
  if (files === null) return succeed(null);
  const { draftKey, described } = files;
  const uploads = await uploadsFor(work.trx, { kind: 'draft', draftKey });
  const half = uploads.find(({ finished_at }) => finished_at === null);
  if (half !== undefined)
    return fail('invalid_input', [
      {
        path: 'files',
        message: `${half.name} yarım kaldı. Aynı dosyayı yeniden seçin ya da listeden çıkarın.`,
      },
    ]);
  for (const upload of uploads) {
    const said = described.find(({ uploadId }) => uploadId === upload.id);
    await addEntry(work, said === undefined ? upload : { ...upload, ...columnsOf(said) }, applicationId);
  }
  return succeed(null);
}

function columnsOf({ description, isSpecialCategory }: Files['described'][number]) {
  return { description, is_special: isSpecialCategory ? 1 : 0 } as const;
}
