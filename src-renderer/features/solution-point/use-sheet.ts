import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Draft } from './draft.ts';
import { emptySheet, makeDraftStore, type Sheet } from './draft-store.ts';
import { type FieldKey, fieldPaths, topicFieldPath } from './field-paths.ts';

export const draftStore = makeDraftStore(() => sessionStorage);

/** The key of the sheet that the form below belongs to. */
export const SheetKey = createContext('');

export function useSheet<T>(select: (sheet: Sheet) => T): T {
  const key = useContext(SheetKey);
  return useStore(draftStore, ({ sheets }) => select(sheets[key] ?? emptySheet));
}

/** Changes the whole draft at once, as choosing a consumer or a topic does. */
export function useChangeDraft(): (next: (draft: Draft) => Draft) => void {
  const key = useContext(SheetKey);
  return (next) => draftStore.change(key, next);
}

export type BoundField<K extends FieldKey> = {
  readonly value: Draft[K];
  readonly set: (value: Draft[K]) => void;
  readonly message: string | undefined;
  readonly path: string;
};

/** One field of the form, so that typing in one draws no other. */
export function useField<K extends FieldKey>(field: K): BoundField<K> {
  const change = useChangeDraft();
  const path = fieldPaths[field];
  const value = useSheet((sheet) => sheet.draft[field]);
  const message = useMessage(path);
  return { value, message, path, set: (next) => change((draft) => ({ ...draft, [field]: next })) };
}

/** One answer to a question of the topic. */
export function useTopicField(fieldKey: string) {
  const change = useChangeDraft();
  const path = topicFieldPath(fieldKey);
  const value = useSheet((sheet) => sheet.draft.topicFields[fieldKey] ?? '');
  const message = useMessage(path);
  const set = (next: string) =>
    change((draft) => ({ ...draft, topicFields: { ...draft.topicFields, [fieldKey]: next } }));
  return { value, message, path, set };
}

/** What is wrong at that path of the contract. */
export function useMessage(path: string): string | undefined {
  const key = useContext(SheetKey);
  return useStore(draftStore, ({ messages }) => messages[key]?.[path]);
}
