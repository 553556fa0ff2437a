import { createJSONStorage, persist, type StateStorage } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import type { InputOf } from '../../../src-shared/contract/index.ts';

export type ActionName = 'route' | 'call' | 'close';

/** A chosen value or, until then, nothing. */
type Blank<T> = { readonly [K in keyof T]: T[K] | '' };
type RouteDraft = Omit<InputOf<'application.route'>, 'applicationId'>;
type CallDraft = Blank<Omit<InputOf<'application.recordCall'>, 'applicationId'>>;
type CloseDraft = Blank<Omit<InputOf<'application.close'>, 'applicationId'>>;

export type ActionDrafts = {
  readonly route: Readonly<RouteDraft>;
  readonly call: CallDraft;
  readonly close: CloseDraft;
};

export const emptyDrafts: ActionDrafts = {
  route: { teamCode: '', note: '' },
  call: { result: '', note: '' },
  close: { outcomeKind: '', outcome: '', durableMedium: '', satisfaction: '' },
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
      version: 1,
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
