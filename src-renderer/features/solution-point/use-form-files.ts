import { useEffect } from 'react';
import type { AttachmentTarget } from '../../../src-shared/contract/attachment.ts';
import { isFor, keepOnlyOf, send, stage, uploads } from '../../components/attachments/uploads-store.ts';
import { useGivenFiles } from '../../components/attachments/use-given-files.ts';
import { useClient } from '../../lib/client-context.ts';
import { draftStore } from './use-sheet.ts';

/** Where the files of a form go until it is registered. */
export function targetOf(draftKey: string): AttachmentTarget {
  return { kind: 'draft', draftKey };
}

export type FormFilesInput = {
  /** Files hang over the window. */
  readonly isOver: boolean;
  readonly take: (files: readonly File[]) => void;
};

/**
 * Files for the form on screen, wherever they are dropped or pasted: brought to the store at once, so that a power cut
 * costs none of them.
 * @param key of the sheet; null where no form is on screen
 */
export function useFormFiles(userId: string | undefined, key: string | null): FormFilesInput {
  const client = useClient();
  useEffect(() => {
    if (userId !== undefined) keepOnlyOf(userId);
  }, [userId]);

  async function bring(files: readonly File[]): Promise<void> {
    if (userId === undefined || key === null) return;
    const target = targetOf(draftStore.filesKey(key));
    await stage({ userId, target }, files);
    const staged = uploads.getState().given.filter((item) => isFor(target)(item) && item.phase === 'staged');
    await send(
      client,
      staged.map((item) => item.key),
    );
  }

  const take = (files: readonly File[]) => void bring(files);
  return { isOver: useGivenFiles(userId !== undefined && key !== null, take), take };
}
