import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import type { AttachmentTarget } from '../../../src-shared/contract/attachment.ts';
import { useText } from '../../i18n/use-text.ts';
import { useCommand, useQueryMethod } from '../../lib/use-method.ts';
import { Note } from '../note.tsx';
import { attachmentsText } from './text.ts';
import { isFor, uploads } from './uploads-store.ts';

type HalvesProps = { readonly target: AttachmentTarget; readonly onDropped?: () => void };

/** Uploads that a reload or a power cut has parted from their file. */
export function Halves({ target, onDropped }: HalvesProps) {
  const text = useText(attachmentsText);
  const { data } = useQueryMethod('attachment.uploads', { target });
  const given = useStore(uploads, (state) => state.given);
  const { run, isRunning } = useCommand('attachment.abandon');
  const halves = (data?.uploads ?? []).filter(
    ({ name, isWhole }) => !isWhole && !given.some((item) => item.name === name && isFor(target)(item)),
  );
  if (halves.length === 0) return null;

  async function drop(): Promise<void> {
    for (const { uploadId } of halves) await run({ uploadId });
    onDropped?.();
  }

  return (
    <Note
      tone="warning"
      action={
        <Button size="xs" variant="default" loading={isRunning} onClick={() => void drop()}>
          {text.dropHalves}
        </Button>
      }
    >
      {text.halves(halves.map(({ name }) => name).join(', '))}
    </Note>
  );
}
