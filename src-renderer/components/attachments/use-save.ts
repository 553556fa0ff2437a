import { useState } from 'react';
import type { AttachmentRow } from '../../../src-shared/contract/attachment.ts';
import { failureIn } from '../../i18n/in-language.ts';
import { useText } from '../../i18n/use-text.ts';
import { useClient } from '../../lib/client-context.ts';
import { useLanguage } from '../../lib/preferences.ts';
import { notifyDone, notifyFailure } from '../notify.ts';
import { saveFile } from '../save-file.ts';
import { readWhole } from './read-whole.ts';
import { attachmentsText } from './text.ts';

/** Gives the file to the system, for whatever program opens it there. */
export function useSave({ id, name }: AttachmentRow): {
  readonly save: () => void;
  readonly isSaving: boolean;
} {
  const client = useClient();
  const text = useText(attachmentsText);
  const { language } = useLanguage();
  const [isSaving, setSaving] = useState(false);

  async function save(): Promise<void> {
    setSaving(true);
    const read = await readWhole(client, id, new AbortController().signal);
    setSaving(false);
    if (!read.ok) return notifyFailure(failureIn(language, read.error));
    saveFile(read.value, name);
    notifyDone(text.saved);
  }

  return { save: () => void save(), isSaving };
}
