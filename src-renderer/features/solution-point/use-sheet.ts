import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Draft } from './draft.ts';
import { emptySheet, makeDraftStore, type Sheet } from './draft-store.ts';

export const draftStore = makeDraftStore(() => sessionStorage);

/** The key of the sheet that the form below belongs to. */
export const SheetKey = createContext('');

type StringKey = { [K in keyof Draft]: Draft[K] extends string ? K : never }[keyof Draft];
/** What is typed freely. */
export type TextKey = { [K in StringKey]: string extends Draft[K] ? K : never }[StringKey];
/** What is chosen from the contract's list. */
export type ChoiceKey = Exclude<StringKey, TextKey>;
export type FieldKey = StringKey;

const paths: Readonly<Record<FieldKey, string>> = {
  kind: 'applicant.kind',
  name: 'applicant.name',
  identityNo: 'applicant.identityNo',
  phone: 'applicant.phone',
  landline: 'applicant.landline',
  email: 'applicant.email',
  capacity: 'capacity',
  capacityEvidence: 'capacityEvidence',
  identityVerifiedBy: 'identityVerifiedBy',
  applicationType: 'applicationType',
  topicCode: 'topicCode',
  description: 'description',
  installationNo: 'installationNo',
  province: 'premises.province',
  district: 'premises.district',
  neighbourhood: 'premises.neighbourhood',
  street: 'premises.street',
  doorNo: 'premises.doorNo',
  replyChannel: 'replyChannel',
  noticeMethod: 'notice.method',
};

export function useSheet<T>(select: (sheet: Sheet) => T): T {
  const key = useContext(SheetKey);
  return useStore(draftStore, ({ sheets }) => select(sheets[key] ?? emptySheet));
}

/** Changes the whole draft at once, as choosing a consumer or a topic does. */
export function useChangeDraft(): (next: (draft: Draft) => Draft, path?: string) => void {
  const key = useContext(SheetKey);
  return (next, path) => draftStore.change(key, next, path);
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
  const path = paths[field];
  const value = useSheet((sheet) => sheet.draft[field]);
  const message = useMessage(path);
  return { value, message, path, set: (next) => change((draft) => ({ ...draft, [field]: next }), path) };
}

/** One answer to a question of the topic. */
export function useTopicField(fieldKey: string) {
  const change = useChangeDraft();
  const path = `topicFields.${fieldKey}`;
  const value = useSheet((sheet) => sheet.draft.topicFields[fieldKey] ?? '');
  const message = useMessage(path);
  const set = (next: string) =>
    change((draft) => ({ ...draft, topicFields: { ...draft.topicFields, [fieldKey]: next } }), path);
  return { value, message, path, set };
}

function useMessage(path: string): string | undefined {
  const key = useContext(SheetKey);
  return useStore(draftStore, ({ messages }) => messages[key]?.[path]);
}
