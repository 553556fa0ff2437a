import { showUndo } from '../../../components/notify.ts';
import { useText } from '../../../i18n/use-text.ts';
import {
  changeDraft,
  draftOf,
  dropDraft,
  type TextDraft,
  useSettingsDrafts,
} from '../../../lib/settings-drafts.ts';
import { textsWords } from './words.ts';

/** Nothing is saved of a draft: publishing makes it a version. */
const saved: readonly TextDraft[] = [];

/** The versions that are being written, of all texts. */
export function useTextDrafts(): readonly TextDraft[] {
  return useSettingsDrafts((state) => draftOf(state, 'texts'))?.value ?? saved;
}

export function putTextDraft(draft: TextDraft): void {
  put([...others(draft.id), draft]);
}

export function dropTextDraft(id: string): void {
  put(others(id));
}

/** Takes a draft away, and offers it back for as long as its notice is shown. */
export function useDiscardText(): (draft: TextDraft) => void {
  const words = useText(textsWords);
  return (draft) => {
    dropTextDraft(draft.id);
    showUndo({ message: words.discarded, onUndo: () => putTextDraft(draft) });
  };
}

function others(id: string): readonly TextDraft[] {
  const now = draftOf(useSettingsDrafts.getState(), 'texts')?.value ?? saved;
  return now.filter((draft) => draft.id !== id);
}

function put(drafts: readonly TextDraft[]): void {
  if (drafts.length === 0) dropDraft('texts');
  else changeDraft('texts', saved, drafts);
}
