import type { InputOf } from '../../../../src-shared/contract/index.ts';
import type { Category } from '../../../../src-shared/contract/ticket.ts';
import { categoryColours } from '../../../../src-shared/contract/ticket.ts';
import { foldTurkish } from '../../../../src-shared/text/fold.ts';
import type { CategoryDraft } from '../../../lib/settings-drafts.ts';
import { numberOf } from './number-of.ts';

type CategoryInput = InputOf<'settings.saveCategories'>['categories'][number];

export function categoryDrafts(categories: readonly Category[]): readonly CategoryDraft[] {
  return categories.map(({ code, opensAt, closesAt, dailyLimit, ...rest }) => ({
    ...rest,
    id: code,
    isNew: false,
    opensAt: opensAt ?? '',
    closesAt: closesAt ?? '',
    dailyLimit: dailyLimit ?? '',
  }));
}

/** A blank category, with the first letter and colour that nobody has. */
export function newCategory(others: readonly CategoryDraft[], id: string): CategoryDraft {
  const letter = [...'ABCDEFGHJKLMNPRSTUVYZ'].find((free) => others.every((other) => other.letter !== free));
  const colour = categoryColours.find((free) => others.every((other) => other.colour !== free));
  return {
    ...{ id, isNew: true, name: '', letter: letter ?? '', colour: colour ?? 'gray' },
    ...{ firstNumber: 1, dailyLimit: '', deskCodes: null, opensAt: '', closesAt: '', weight: 1 },
  };
}

/** As the branch saves them. A new category gets its code from its name; codes are for programs, nobody reads them. */
export function categoryInputs(drafts: readonly CategoryDraft[]): CategoryInput[] {
  const taken = new Set(drafts.flatMap(({ id, isNew }) => (isNew ? [] : [id])));
  return drafts.map(
    ({ id, isNew, opensAt, closesAt, firstNumber, dailyLimit, weight, deskCodes, ...rest }) => {
      const code = isNew ? freeCode(rest.name, taken) : id;
      taken.add(code);
      return {
        ...rest,
        code,
        firstNumber: numberOf(firstNumber),
        dailyLimit: dailyLimit === '' ? null : numberOf(dailyLimit),
        weight: numberOf(weight),
        opensAt: opensAt === '' ? null : opensAt,
        closesAt: closesAt === '' ? null : closesAt,
        deskCodes: deskCodes && [...deskCodes],
      };
    },
  );
}

const longestSlug = 30;

function freeCode(name: string, taken: ReadonlySet<string>): string {
  const slug = foldTurkish(name).replaceAll(' ', '_').slice(0, longestSlug).replace(/_$/, '');
  const code = /^[a-z]/.test(slug) ? slug : `k_${slug}`;
  if (!taken.has(code)) return code;
  let count = 2;
  while (taken.has(`${code}_${count}`)) count += 1;
  return `${code}_${count}`;
}
