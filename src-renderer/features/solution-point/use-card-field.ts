import type { CardField } from '../../../src-shared/contract/application-register.ts';
import { typedInstead } from './card-fields.ts';
import { useChangeDraft, useField, useSheet } from './use-sheet.ts';

/** A field that shows, masked, what the card holds until something is typed in its place. */
export function useCardField(field: CardField) {
  const { value: typed, message, path } = useField(field);
  const change = useChangeDraft();
  const onCard = useSheet((sheet) => sheet.draft.onCard[field]);
  const isOfCard = typed === '' && onCard !== '';
  return {
    value: isOfCard ? onCard : typed,
    isOfCard,
    message,
    path,
    set: (next: string) =>
      change((draft) => ({
        ...draft,
        [field]: isOfCard ? typedInstead(onCard, next) : next,
        onCard: { ...draft.onCard, [field]: '' },
      })),
  };
}
