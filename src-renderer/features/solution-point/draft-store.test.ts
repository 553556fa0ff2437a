import { describe, expect, it } from 'vitest';
import type { StateStorage } from 'zustand/middleware';
import { emptyDraft } from './draft.ts';
import { makeDraftStore, sheetKey } from './draft-store.ts';

function memory(): StateStorage {
  const items = new Map<string, string>();
  return {
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
  };
}

const registered = {
  applicationId: 'a1',
  applicationNo: '26-2026-0100001',
  trackingCode: 'K7M49QX2ABCD',
  dueAt: '2026-04-01T20:59:59.999Z',
  printJobId: 'p1',
  smsId: null,
};

describe('the drafts', () => {
  it('are there again after the screen was built anew', () => {
    const storage = memory();
    const key = sheetKey('u1', 't1');
    makeDraftStore(() => storage)
      .getState()
      .change(key, (draft) => ({ ...draft, name: 'Ayşe Işık' }));
    const reopened = makeDraftStore(() => storage).getState();
    expect(reopened.sheets).toEqual({
      [key]: { draft: { ...emptyDraft, name: 'Ayşe Işık' }, registered: null },
    });
  });

  it('are kept apart by queue number', () => {
    const store = makeDraftStore(memory);
    store.getState().change(sheetKey('u1', 't1'), (draft) => ({ ...draft, name: 'Ayşe' }));
    store.getState().change(sheetKey('u1', null), (draft) => ({ ...draft, name: 'Mehmet' }));
    const names = Object.entries(store.getState().sheets).map(([key, sheet]) => [key, sheet.draft.name]);
    expect(names).toEqual([
      ['u1/t1', 'Ayşe'],
      ['u1/no-ticket', 'Mehmet'],
    ]);
  });

  it('give way to the result once registered, with nothing of the form left', () => {
    const store = makeDraftStore(memory);
    const key = sheetKey('u1', 't1');
    store.getState().change(key, (draft) => ({ ...draft, name: 'Ayşe' }));
    store.getState().finish(key, registered);
    expect(store.getState().sheets).toEqual({ [key]: { draft: emptyDraft, registered } });
    store.getState().clear(key);
    expect(store.getState().sheets).toEqual({});
  });

  it('of one user are dropped when another signs in', () => {
    const store = makeDraftStore(memory);
    store.getState().change(sheetKey('u1', 't1'), (draft) => draft);
    store.getState().change(sheetKey('u2', 't1'), (draft) => draft);
    store.getState().keepOnlyOf('u2');
    expect(Object.keys(store.getState().sheets)).toEqual(['u2/t1']);
  });
});
