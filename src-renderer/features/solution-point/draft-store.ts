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
  /**
   * What registering gave; while it is there the screen shows the result in place of the form. A draft beside it was
   * changed after it had been sent: the answer was lost at first, and the changes are not in what is registered.
   */
  readonly registered: Registered | null;
  /** A save that has not been answered; until it is, saving again means the same. */
  readonly intent: Intent | null;
};

type Intent = {
  readonly commandId: string /** The form was changed after it was sent. */;
  readonly isChanged: boolean;
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

/** Of the form's shape: what another one wrote is not read. */
export const draftsVersion = 5;

export const emptySheet: Sheet = {
  ticket: null,
  draft: emptyDraft,
  registered: null,
  intent: null,
};

export function sheetKey(userId: string, ticketId: string | null): string {
  return `${userId}/${ticketId ?? 'no-ticket'}`;
}

/**
 * Keeps unsaved forms through lock, theme change, navigation and reload, but not beyond the window: they hold
 * personal data, so they live in session storage and those of an earlier user are dropped.
 */
export function makeDraftStore(storage: () => StateStorage, newId: () => string = () => crypto.randomUUID()) {
  const store = createStore<DraftState>()(
    persist((): DraftState => ({ sheets: {}, shown: '', current: '', messages: {} }), {
      name: 'banko.drafts',
      version: draftsVersion,
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
      const intent = sheet.intent && { ...sheet.intent, isChanged: true };
      return {
        sheets: { ...sheets, [key]: { ...sheet, draft, intent } },
        messages: { ...messages, [key]: own },
      };
    });
  }

  /** Forms that were kept elsewhere come back, beside what is here already. */
  function takeIn(sheets: Readonly<Record<string, Sheet>>): void {
    setState((now) => {
      const isFree = ([key]: readonly [string, Sheet]) => !isWorth(now.sheets[key]);
      return { sheets: { ...now.sheets, ...Object.fromEntries(Object.entries(sheets).filter(isFree)) } };
    });
  }

  /** The name under which the sheet's files are uploaded: the same from the first one until it is registered. */
  function filesKey(key: string): string {
    const { files } = (getState().sheets[key] ?? emptySheet).draft;
    if (files.key !== '') return files.key;
    const named = newId();
    change(key, (draft) => ({ ...draft, files: { ...draft.files, key: named } }));
    return named;
  }

  function setIntent(key: string, intent: Intent | null): void {
    setState(({ sheets }) => ({ sheets: { ...sheets, [key]: { ...(sheets[key] ?? emptySheet), intent } } }));
  }

  /** The id under which the sheet is saved: the same until that is answered, also on a page loaded anew. */
  function intend(key: string): string {
    const commandId = getState().sheets[key]?.intent?.commandId ?? newId();
    setIntent(key, { commandId, isChanged: false });
    return commandId;
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
    takeIn,
    filesKey,
    intend,
    /** The save was refused: nothing of it is left to wait for. */
    answered: (key: string) => setIntent(key, null),
    refuse,
    close,
    show: (key: string) => setState({ shown: key }),
    finish: (key: string, registered: Registered) =>
      setState(({ sheets, messages }) => ({
        sheets: { ...sheets, [key]: { ...emptySheet, ticket: sheets[key]?.ticket ?? null, registered } },
        messages: without(messages, key),
      })),
    /** As `finish`, where the form was changed since: what was written stays beside the result. */
    finishEarlier: (key: string, registered: Registered) =>
      setState(({ sheets }) => ({
        sheets: { ...sheets, [key]: { ...(sheets[key] ?? emptySheet), registered, intent: null } },
      })),
    /** Back from a result to what was written after it was sent. */
    reopen: (key: string) =>
      setState(({ sheets }) => ({
        sheets: { ...sheets, [key]: { ...(sheets[key] ?? emptySheet), registered: null } },
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
