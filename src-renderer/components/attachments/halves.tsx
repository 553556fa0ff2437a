import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import { useText } from '../../i18n/use-text.ts';
import { useCommand, useQueryMethod } from '../../lib/use-method.ts';
import { Note } from '../note.tsx';
import { attachmentsText } from './text.ts';
import { uploads } from './uploads-store.ts';

/** Uploads that a reload or a power cut has parted from their file. */
export function Halves({ applicationId }: { readonly applicationId: string }) {
  const text = useText(attachmentsText);
  const target = { kind: 'application', applicationId } as const;
  const { data } = useQueryMethod('attachment.uploads', { target });
  const given = useStore(uploads, (state) => state.given);
  const { run, isRunning } = useCommand('attachment.abandon');
  const halves = (data?.uploads ?? []).filter(
    ({ name }) => !given.some((item) => item.applicationId === applicationId && item.name === name),
  );
  if (halves.length === 0) return null;

  async function drop(): Promise<void> {
    for (const { uploadId } of halves) await run({ uploadId });
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
