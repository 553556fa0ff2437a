import { useEffect, useState } from 'react';
import type { OutputOf } from '../../../../src-shared/contract/index.ts';
import { notifyFailure, notifyNothing, showUndo } from '../../../components/notify.ts';
import { useText } from '../../../i18n/use-text.ts';
import { focusFirstError } from '../../../lib/form-errors.ts';
import { type Clash, isSame, type Merged } from '../../../lib/merge-draft.ts';
import type { ScreenResult } from '../../../lib/screen-result.ts';
import {
  changeDraft,
  type DocumentName,
  type DraftValues,
  draftOf,
  dropDraft,
  rebaseDraft,
  restoreDraft,
  useSettingsDrafts,
} from '../../../lib/settings-drafts.ts';
import { editorsText } from './text.ts';

export type BranchDocuments = OutputOf<'settings.get'>;

export type Editing<T> = {
  readonly value: T;
  readonly clashes: readonly Clash[];
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  /** The value at the moment of asking, for what happens after this was drawn. */
  readonly latest: () => T;
  readonly change: (value: T) => void;
  readonly discard: () => void;
  readonly save: () => Promise<void>;
};

/** Which draft, and what is saved of it. */
export type DraftSource<N extends DocumentName> = {
  readonly name: N;
  /** Of the branch as it is saved now; the same object while nothing changes. */
  readonly saved: DraftValues[N];
  readonly merge: (
    base: DraftValues[N],
    mine: DraftValues[N],
    theirs: DraftValues[N],
  ) => Merged<DraftValues[N]>;
  /** Asks for the documents anew and gives them. */
  readonly refetch: () => Promise<{ readonly data: BranchDocuments | undefined }>;
};

type DraftOptions<N extends DocumentName> = DraftSource<N> & {
  readonly send: (value: DraftValues[N]) => Promise<ScreenResult<unknown>>;
};

/** A section of the branch's settings while it is changed: kept until it is saved, and brought together with what others save. */
export function useDraft<N extends DocumentName>(options: DraftOptions<N>): Editing<DraftValues[N]> {
  const { name, saved, merge, send, refetch } = options;
  const text = useText(editorsText);
  const draft = useSettingsDrafts((state) => draftOf(state, name));
  const [isSaving, setSaving] = useState(false);
  const [refusals, setRefusals] = useState(0);

  // After what was refused is drawn: a frame may come before it is.
  useEffect(() => {
    if (refusals > 0) focusFirstError();
  }, [refusals]);

  useEffect(() => {
    if (isSaving || !rebaseDraft(name, saved, merge)) return;
    const left = draftOf(useSettingsDrafts.getState(), name);
    if (left !== undefined && left.clashes.length === 0) notifyNothing(text.merged);
  }, [name, saved, merge, isSaving, text]);

  async function takeBack(before: DraftValues[N], after: BranchDocuments | undefined): Promise<void> {
    if (!isSame((await refetch()).data, after)) return notifyNothing(text.undoTooLate);
    const result = await send(before);
    if (!result.ok) notifyFailure(result.error);
  }

  async function save(): Promise<void> {
    if (draft === undefined) return;
    const before = saved;
    setSaving(true);
    const result = await send(draft.value);
    if (result.ok) {
      // What was saved is shown before the draft goes, so that nothing jumps back in between.
      const { data } = await refetch();
      dropDraft(name);
      showUndo({ message: text.saved[name], onUndo: () => void takeBack(before, data) });
    }
    setSaving(false);
    if (!result.ok) setRefusals((count) => count + 1);
  }

  return {
    value: draft?.value ?? saved,
    clashes: draft?.clashes ?? [],
    isDirty: draft !== undefined,
    isSaving,
    latest: () => draftOf(useSettingsDrafts.getState(), name)?.value ?? saved,
    change: (value) => changeDraft(name, saved, value),
    discard: () => {
      if (draft === undefined) return;
      dropDraft(name);
      showUndo({ message: text.discarded, onUndo: () => restoreDraft(name, draft) });
    },
    save,
  };
}
