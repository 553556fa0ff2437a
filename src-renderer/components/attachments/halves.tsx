import { useStore } from 'zustand';
import { useText } from '../../i18n/use-text.ts';
import { useQueryMethod } from '../../lib/use-method.ts';
import { Note } from '../note.tsx';
import { attachmentsText } from './text.ts';
import { uploads } from './uploads-store.ts';

/** Uploads that a reload or a power cut has parted from their file. */
export function Halves({ applicationId }: { readonly applicationId: string }) {
  const text = useText(attachmentsText);
  const target = { kind: 'application', applicationId } as const;
  const { data } = useQueryMethod('attachment.uploads', { target });
  const given = useStore(uploads, (state) => state.given);
  const names = (data?.uploads ?? [])
    .map(({ name }) => name)
    .filter((name) => !given.some((item) => item.applicationId === applicationId && item.name === name));
  if (names.length === 0) return null;
  return <Note tone="warning">{text.halves(names.join(', '))}</Note>;
}
