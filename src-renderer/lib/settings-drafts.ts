import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import type { Policy, Room } from '../../src-shared/contract/branch-settings.ts';
import type { Desk } from '../../src-shared/contract/session.ts';
import type { Category } from '../../src-shared/contract/ticket.ts';
import type { Unit } from '../../src-shared/contract/unit.ts';
import type { ChannelProcedure } from '../../src-shared/rules/channels.ts';
import type { TextKind } from '../../src-shared/rules/texts.ts';
import { type Clash, isSame, type Merged } from './merge-draft.ts';

/** What a field for numbers holds: text while it is empty or half typed. */
export type Numeric = number | string;
type WithNumeric<T, F extends keyof T> = Omit<T, F> & { readonly [K in F]: Numeric };

/** A saved item keeps its code as its id; a new one has a made-up id until it is saved. */
export type Item = { readonly id: string; readonly isNew: boolean };
export type CategoryDraft = Item &
  WithNumeric<Omit<Category, 'code' | 'opensAt' | 'closesAt'>, 'firstNumber' | 'dailyLimit' | 'weight'> & {
    readonly opensAt: string;
    readonly closesAt: string;
  };
export type DeskDraft = Item & Desk;
export type RoomDraft = Item & Readonly<Room>;
export type UnitDraft = Item &
  Omit<Unit, 'teamsAddress' | 'teamCodes' | 'memberIds'> & {
    readonly teamsAddress: string;
    readonly teamCodes: readonly string[];
    readonly memberIds: readonly string[];
  };
/** The ten channels are fixed: they are changed and switched, never added or removed. */
export type ChannelDraft = Item & WithNumeric<ChannelProcedure, 'callAttempts' | 'reopenWithinDays'>;
export type QueueRules = WithNumeric<
  Omit<Policy, 'lockAfterMinutes' | 'trackingUrl'>,
  'graceMinutes' | 'priorityHeadStartMinutes' | 'priorityFactor' | 'longestWaitMinutes'
>;
export type BranchRules = WithNumeric<Pick<Policy, 'lockAfterMinutes' | 'trackingUrl'>, 'lockAfterMinutes'>;

/** A version of a text while it is written: lists by line, paragraphs parted by empty lines, days as typed. */
export type TextDraft = Item & {
  readonly code: string;
  readonly kind: TextKind;
  readonly language: string;
  readonly title: string;
  readonly purposeCode: string;
  readonly purpose: string;
  readonly dataCategories: string;
  readonly legalGrounds: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly draft: boolean;
  readonly body: string;
  /** The latest version that its writer saw. */
  readonly after: number;
};

/** What each section of the settings is changed as, by the section's name. */
export type DraftValues = {
  readonly branch: BranchRules;
  readonly desks: readonly DeskDraft[];
  readonly rooms: readonly RoomDraft[];
  readonly units: readonly UnitDraft[];
  readonly categories: readonly CategoryDraft[];
  readonly queue: QueueRules;
  readonly channels: readonly ChannelDraft[];
  /** Those alone that are being written: what is published is no draft. */
  readonly texts: readonly TextDraft[];
};
export type DraftName = keyof DraftValues;
/** The sections whose draft is a document of the branch, saved whole. */
export type DocumentName = Exclude<DraftName, 'texts'>;
/** The sections that change a list. */
export type ListName = Exclude<DocumentName, 'branch' | 'queue'>;

export type Draft<T> = {
  /** What was saved when it was last brought together with what is saved. */
  readonly base: T;
  readonly value: T;
  readonly clashes: readonly Clash[];
};
type Drafts = { readonly [N in DraftName]?: Draft<DraftValues[N]> };

type DraftState = { readonly drafts: Drafts };

export function draftOf<N extends DraftName>(
  { drafts }: DraftState,
  name: N,
): Draft<DraftValues[N]> | undefined {
  return drafts[name];
}

/**
 * Settings that were changed and not saved. They stay when another section or screen is shown and when the page is
 * loaded anew; they go with the window, or when somebody else signs in (see `forget.ts`).
 */
export const useSettingsDrafts = create<DraftState>()(
  persist((): DraftState => ({ drafts: {} }), {
    name: 'banko.settingsDrafts',
    version: 1,
    storage: createJSONStorage(() => sessionStorage),
  }),
);

function put<N extends DraftName>(name: N, draft: Draft<DraftValues[N]> | undefined): void {
  useSettingsDrafts.setState(({ drafts: { [name]: _, ...others } }) => ({
    drafts: (draft === undefined ? others : { ...others, [name]: draft }) as Drafts,
  }));
}

/** Typed back to what is saved, it is no change any more. */
export function changeDraft<N extends DraftName>(
  name: N,
  saved: DraftValues[N],
  value: DraftValues[N],
): void {
  const draft = useSettingsDrafts.getState().drafts[name];
  const { base, clashes } = draft ?? { base: saved, clashes: [] };
  put(name, isSame(value, base) ? undefined : { base, value, clashes });
}

export function dropDraft(name: DraftName): void {
  put(name, undefined);
}

/** Puts a dropped draft back. */
export function restoreDraft<N extends DraftName>(name: N, draft: Draft<DraftValues[N]>): void {
  put(name, draft);
}

/** Somebody has saved since: brings the draft together with what is saved now. Gives whether there was anything to do. */
export function rebaseDraft<N extends DraftName>(
  name: N,
  saved: DraftValues[N],
  merge: (base: DraftValues[N], mine: DraftValues[N], theirs: DraftValues[N]) => Merged<DraftValues[N]>,
): boolean {
  const draft = draftOf(useSettingsDrafts.getState(), name);
  if (draft === undefined || isSame(draft.base, saved)) return false;
  const { value, clashes } = merge(draft.base, draft.value, saved);
  put(name, isSame(value, saved) ? undefined : { base: saved, value, clashes });
  return true;
}

/** A clash was decided on. */
export function settleClash(name: DraftName, isIt: (clash: Clash) => boolean): void {
  const draft = useSettingsDrafts.getState().drafts[name];
  if (draft !== undefined) put(name, { ...draft, clashes: draft.clashes.filter((clash) => !isIt(clash)) });
}
