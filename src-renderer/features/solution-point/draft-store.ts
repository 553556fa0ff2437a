import { createJSONStorage, persist, type StateStorage } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { type Draft, emptyDraft } from './draft.ts';

export type Registered = OutputOf<'application.register'>;

/** One sheet of work: a clerk's form for one queue number, or for a consumer who came without one. */
export type Sheet = {
  readonly draft: Draft;
  /** What registering gave; while it is there the screen shows the result in place of the form. */
  readonly registered: Registered | null;
};

type DraftState = {
  readonly sheets: Readonly<Record<string, Sheet>>;
  readonly change: (key: string, next: (draft: Draft) => Draft) => void;
  readonly finish: (key: string, registered: Registered) => void;
  readonly clear: (key: string) => void;
  readonly keepOnlyOf: (userId: string) => void;
};

export function sheetKey(userId: string, ticketId: string | null): string {
  return `${userId}/${ticketId ?? 'no-ticket'}`;
}

export const emptySheet: Sheet = { draft: emptyDraft, registered: null };

/**
 * Keeps unsaved forms through lock, theme change, navigation and reload, but not beyond the window: they hold
 * personal data, so they live in session storage and those of an earlier user are dropped.
 */
export function makeDraftStore(storage: () => StateStorage) {
  return createStore<DraftState>()(
    persist(
      (set) => ({
        sheets: {},
        change: (key, next) =>
          set(({ sheets }) => {
            const sheet = sheets[key] ?? emptySheet;
            return { sheets: { ...sheets, [key]: { ...sheet, draft: next(sheet.draft) } } };
          }),
        finish: (key, registered) =>
          set(({ sheets }) => ({ sheets: { ...sheets, [key]: { draft: emptyDraft, registered } } })),
        clear: (key) => set(({ sheets }) => ({ sheets: without(sheets, (other) => other === key) })),
        keepOnlyOf: (userId) =>
          set(({ sheets }) => ({ sheets: without(sheets, (key) => !key.startsWith(`${userId}/`)) })),
      }),
      {
        name: 'banko.drafts',
        version: 1,
        storage: createJSONStorage(storage),
        partialize: ({ sheets }) => ({ sheets }),
      },
    ),
  );
}

function without(
  sheets: DraftState['sheets'],
  isDropped: (key: string) => boolean,
): Readonly<Record<string, Sheet>> {
  return Object.fromEntries(Object.entries(sheets).filter(([key]) => !isDropped(key)));
}
