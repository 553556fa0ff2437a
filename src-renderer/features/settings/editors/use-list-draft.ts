import { useState } from 'react';
import type { CommandMethod, InputOf } from '../../../../src-shared/contract/index.ts';
import type { ScreenFailure } from '../../../lib/screen-result.ts';
import type { DraftValues, Item, ListName } from '../../../lib/settings-drafts.ts';
import { useCommand } from '../../../lib/use-method.ts';
import { type ListErrors, listErrors, noErrors, withoutMended } from './list-editing.ts';
import { type BranchDocuments, type DraftSource, type Editing, useDraft } from './use-draft.ts';

/** What a section gives to the editor of its list. */
export type ListEditorProps<T extends Item> = {
  readonly saved: readonly T[];
  readonly refetch: () => Promise<{ readonly data: BranchDocuments | undefined }>;
};

type ListDraftOptions<N extends ListName, M extends CommandMethod> = DraftSource<N> & {
  /** Saves the list. */
  readonly method: M;
  readonly inputOf: (items: DraftValues[N]) => InputOf<M>;
  /** Shows the first item that the core refused. */
  readonly onRefused?: (id: string) => void;
};

export type ListDraft<T> = Editing<T> & {
  readonly name: ListName;
  readonly saved: T;
  readonly errors: ListErrors;
  /** An item was changed: what stood wrong in the changed fields is not wrong any more. */
  readonly mended: <I extends Item>(before: I, after: I) => void;
  readonly failure: ScreenFailure | null;
};

/** The draft of a list and what the core refused of it, by item. */
export function useListDraft<N extends ListName, M extends CommandMethod>({
  method,
  inputOf,
  onRefused,
  ...options
}: ListDraftOptions<N, M>): ListDraft<DraftValues[N]> {
  const { name, saved } = options;
  const command = useCommand(method);
  const [errors, setErrors] = useState(noErrors);
  const editing = useDraft({
    ...options,
    send: async (items) => {
      const result = await command.run(inputOf(items));
      const refused = result.ok ? noErrors : listErrors(result.error, name, items);
      setErrors(refused);
      const ids = items.map(({ id }) => id);
      const first = ids.find((id) => id in refused.byItem);
      if (first !== undefined) onRefused?.(first);
      return result;
    },
  });
  return {
    ...editing,
    ...{ name, saved, errors, failure: command.failure },
    mended: (before, after) => setErrors(withoutMended(errors, before, after)),
  };
}
