import { useText } from '../../../i18n/use-text.ts';
import type { Clash } from '../../../lib/merge-draft.ts';
import type { CategoryDraft } from '../../../lib/settings-drafts.ts';
import { editorsText } from './text.ts';

/** What is said of categories and their fields. */
export function useCategoryWords() {
  const text = useText(editorsText);
  const fields: Readonly<Record<string, string>> = {
    name: text.categoryName,
    letter: text.letter,
    colour: text.colour,
    deskCodes: text.desks,
    opensAt: text.opensAt,
    closesAt: text.closesAt,
    firstNumber: text.firstNumber,
    dailyLimit: text.dailyLimit,
    weight: text.weight,
  };
  const colours: Readonly<Record<string, string>> = text.colours;

  return {
    nameOf: (category: Pick<CategoryDraft, 'name'> | undefined): string =>
      category?.name.trim() ? category.name : text.newCategory,
    hoursOf: ({ opensAt, closesAt }: Pick<CategoryDraft, 'opensAt' | 'closesAt'>): string => {
      if (opensAt !== '' && closesAt !== '') return `${opensAt}–${closesAt}`;
      if (opensAt !== '') return text.fromTime(opensAt);
      return closesAt === '' ? text.allDay : text.untilTime(closesAt);
    },
    fieldName: (field: string): string => fields[field] ?? field,
    clashValue: ({ field, theirs }: Extract<Clash, { kind: 'field' }>): string => {
      if (field === 'deskCodes') return Array.isArray(theirs) ? theirs.join(', ') : text.allDesks;
      if (theirs === '') return field === 'dailyLimit' ? text.unlimited : text.empty;
      return `“${field === 'colour' ? (colours[String(theirs)] ?? theirs) : String(theirs).replace('.', ',')}”`;
    },
  };
}
