import { createJSONStorage, persist, type StateStorage } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import type { InputOf } from '../../../src-shared/contract/index.ts';

export const actionNames = ['route', 'call', 'close', 'await', 'supply', 'amend', 'link', 'reopen'] as const;
export type ActionName = (typeof actionNames)[number];

/** A chosen value or, until then, nothing. */
type Blank<T> = { readonly [K in keyof T]: T[K] | '' };
type RouteDraft = Omit<InputOf<'application.route'>, 'applicationId'>;
type CallDraft = Blank<Omit<InputOf<'application.recordCall'>, 'applicationId'>>;
type CloseDraft = Blank<Omit<InputOf<'application.close'>, 'applicationId' | 'duplicateOf'>> & {
  readonly duplicateOf: string | null;
};
/** As typed; empty where nothing is to be changed. */
export type AmendDraft = {
  readonly reason: string;
  readonly changes: Readonly<Partial<Record<AmendField, string>>>;
  /** Null where it stays what it is. */
  readonly topic: AmendTopic | null;
};
/** Answers as typed, by question. */
export type AmendTopic = { readonly code: string; readonly answers: Readonly<Record<string, string>> };
export type AmendField =
  | 'name'
  | 'identityNo'
  | 'phone'
  | 'landline'
  | 'email'
  | 'applicationType'
  | 'replyChannel'
  | 'installationNo'
  | 'edmsNo'
  | 'description';

export type ActionDrafts = {
  readonly route: Readonly<RouteDraft>;
  readonly call: CallDraft;
  readonly close: CloseDraft;
  readonly await: Readonly<Omit<InputOf<'application.awaitApplicant'>, 'applicationId'>>;
  readonly supply: Readonly<Omit<InputOf<'application.receiveSupply'>, 'applicationId'>>;
  readonly amend: AmendDraft;
  readonly link: { readonly otherId: string; readonly relation: 'duplicate' | 'related' };
  readonly reopen: Readonly<Omit<InputOf<'application.reopen'>, 'applicationId'>>;
};

export const emptyDrafts: ActionDrafts = {
  route: { teamCode: '', note: '' },
  call: { result: '', note: '', callBackAt: null },
  close: { outcomeKind: '', outcome: '', durableMedium: '', satisfaction: '', duplicateOf: null },
  await: { missing: '', pause: null },
  supply: { note: '' },
  amend: { reason: '', changes: {}, topic: null },
  link: { otherId: '', relation: 'duplicate' },
  reopen: { reason: '' },
};

/** By user and file. */
export function draftsKey(userId: string, applicationId: string): string {
  return `${userId}/${applicationId}`;
}

type DraftsState = { readonly files: Readonly<Record<string, ActionDrafts>> };

/**
 * What was written on a file and not sent yet. It outlives a refusal, the lock, a reload and a look at
 * another screen; not the window, since it holds personal data, nor the next user's sign-in.
 */
export function makeActionDrafts(storage: () => StateStorage) {
  const store = createStore<DraftsState>()(
    persist((): DraftsState => ({ files: {} }), {
      name: 'banko.file-drafts',
      version: 3,
      storage: createJSONStorage(storage),
    }),
  );

  function put<A extends ActionName>(key: string, action: A, draft: ActionDrafts[A]): void {
    store.setState(({ files }) => ({
      files: { ...files, [key]: { ...(files[key] ?? emptyDrafts), [action]: draft } },
    }));
  }

  return {
    ...store,
    put,
    change: <A extends ActionName>(key: string, action: A, patch: Partial<ActionDrafts[A]>) =>
      put(key, action, { ...(store.getState().files[key] ?? emptyDrafts)[action], ...patch }),
    clear: (key: string, action: ActionName) => put(key, action, emptyDrafts[action]),
    keepOnlyOf: (userId: string) =>
      store.setState(({ files }) => ({
        files: Object.fromEntries(Object.entries(files).filter(([key]) => key.startsWith(`${userId}/`))),
      })),
  };
}
