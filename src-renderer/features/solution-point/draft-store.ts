import { createJSONStorage, persist, type StateStorage } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import type { FieldError } from '../../../src-shared/contract/errors.ts';
import type { OutputOf } from '../../../src-shared/contract/index.ts';
import { type Draft, emptyDraft, isTouched } from './draft.ts';
import { type FieldMessages, standingMessages } from './standing-messages.ts';

export type Registered = OutputOf<'application.register'>;
export type SheetTicket = { readonly id: string; readonly label: string };

/** One sheet of work: a clerk's form for one queue number, or for a consumer who came without one. */
export type Sheet = {
  readonly ticket: SheetTicket | null;
  readonly draft: Draft;
  /** What registering gave; while it is there the screen shows the result in place of the form. */
  readonly registered: Registered | null;
};

type DraftState = {
  readonly sheets: Readonly<Record<string, Sheet>>;
  /** The sheet on screen. */
  readonly shown: string;
  /** The sheet of the number that the desk serves now, or the one without a number. */
  readonly current: string;
  /** By sheet; not kept beyond the window, since the next check says it again. */
  readonly messages: Readonly<Record<string, FieldMessages>>;
};

export const emptySheet: Sheet = { ticket: null, draft: emptyDraft, registered: null };

export function sheetKey(userId: string, ticketId: string | null): string {
  return `${userId}/${ticketId ?? 'no-ticket'}`;
}

/**
 * Keeps unsaved forms through lock, theme change, navigation and reload, but not beyond the window: they hold
 * personal data, so they live in session storage and those of an earlier user are dropped.
 */
export function makeDraftStore(storage: () => StateStorage) {
  const store = createStore<DraftState>()(
    persist((): DraftState => ({ sheets: {}, shown: '', current: '', messages: {} }), {
      name: 'banko.drafts',
      version: 1,
      storage: createJSONStorage(storage),
      partialize: ({ sheets, shown, current }) => ({ sheets, shown, current }),
    }),
  );
  const { getState, setState, subscribe } = store;

  /**
   * Follows the number that the desk serves. When it ends, an unsaved form or a result that is still being
   * read stays on screen; when another is called, its own sheet comes and an unsaved form is parked.
   */
  function follow(userId: string, ticket: SheetTicket | null): void {
    const { sheets, shown, current } = getState();
    const next = sheetKey(userId, ticket?.id ?? null);
    if (next === current) return;
    const staying = ticket === null && isWorth(sheets[shown]) && shown.startsWith(`${userId}/`);
    const kept = Object.entries(sheets).filter(
      ([key, sheet]) =>
        key.startsWith(`${userId}/`) && (isTouched(sheet.draft) || (key === shown && staying)),
    );
    setState({
      sheets: { ...Object.fromEntries(kept), [next]: sheets[next] ?? { ...emptySheet, ticket } },
      current: next,
      shown: staying ? shown : next,
      messages: {},
    });
  }

  function change(key: string, next: (draft: Draft) => Draft): void {
    setState(({ sheets, messages }) => {
      const sheet = sheets[key] ?? emptySheet;
      const draft = next(sheet.draft);
      const own = standingMessages(messages[key] ?? {}, sheet.draft, draft);
      return { sheets: { ...sheets, [key]: { ...sheet, draft } }, messages: { ...messages, [key]: own } };
    });
  }

  function refuse(key: string, fields: readonly FieldError[]): void {
    const own = Object.fromEntries(fields.map(({ path, message }) => [path, message]));
    setState(({ messages }) => ({ messages: { ...messages, [key]: own } }));
  }

  /** Puts a sheet away for good and shows the one that the desk serves. */
  function close(key: string): void {
    const { sheets, current } = getState();
    const fresh = { ...emptySheet, ticket: sheets[current]?.ticket ?? null };
    setState(({ messages }) => ({
      sheets: { ...without(sheets, key), ...(key === current ? { [key]: fresh } : {}) },
      shown: current,
      messages: without(messages, key),
    }));
  }

  return {
    getState,
    getInitialState: store.getInitialState,
    setState,
    subscribe,
    follow,
    change,
    refuse,
    close,
    show: (key: string) => setState({ shown: key }),
    finish: (key: string, registered: Registered) =>
      setState(({ sheets, messages }) => ({
        sheets: { ...sheets, [key]: { ...(sheets[key] ?? emptySheet), draft: emptyDraft, registered } },
        messages: without(messages, key),
      })),
    /** Takes a closed sheet back and shows it again. */
    restore: (key: string, sheet: Sheet) =>
      setState(({ sheets }) => ({ sheets: { ...sheets, [key]: sheet }, shown: key })),
  };
}

/** Unsaved forms that are not on screen. */
export function parkedSheets({ sheets, shown }: Pick<DraftState, 'sheets' | 'shown'>) {
  return Object.entries(sheets).flatMap(([key, sheet]) =>
    key !== shown && isTouched(sheet.draft) ? [{ key, sheet }] : [],
  );
}

function isWorth(sheet: Sheet | undefined): boolean {
  return sheet !== undefined && (sheet.registered !== null || isTouched(sheet.draft));
}

function without<T>(record: Readonly<Record<string, T>>, dropped: string): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => key !== dropped));
}
