import { describe, expect, it } from 'vitest';
import type { StateStorage } from 'zustand/middleware';
import { emptyDraft } from './draft.ts';
import { emptySheet, makeDraftStore, parkedSheets, sheetKey } from './draft-store.ts';

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
const first = { id: 't1', label: 'A101' };
const second = { id: 't2', label: 'A102' };
const firstKey = sheetKey('u1', 't1');
const secondKey = sheetKey('u1', 't2');
const freeKey = sheetKey('u1', null);

function storeAt(ticket: typeof first | null) {
  const store = makeDraftStore(memory);
  store.follow('u1', ticket);
  return store;
}

function parkedKeys(store: ReturnType<typeof makeDraftStore>): readonly string[] {
  return parkedSheets(store.getState()).map(({ key }) => key);
}

describe('the drafts', () => {
  it('give the files of a form one name, until it is registered', () => {
    const store = storeAt(first);
    const name = store.filesKey(firstKey);
    expect(store.filesKey(firstKey)).toBe(name);
    store.finish(firstKey, registered);
    expect(store.filesKey(firstKey)).not.toBe(name);
  });

  it('are there again after the screen was built anew', () => {
    const storage = memory();
    const before = makeDraftStore(() => storage);
    before.follow('u1', first);
    before.change(firstKey, (draft) => ({ ...draft, name: 'Ayşe Işık' }));
    const { sheets, shown } = makeDraftStore(() => storage).getState();
    expect({ sheets, shown }).toEqual({
      sheets: {
        [firstKey]: { ...emptySheet, ticket: first, draft: { ...emptyDraft, name: 'Ayşe Işık' } },
      },
      shown: firstKey,
    });
  });

  it('stay on screen when the number ends before they are saved, and keep their number', () => {
    const store = storeAt(first);
    store.change(firstKey, (draft) => ({ ...draft, name: 'Ayşe' }));
    store.follow('u1', null);
    expect(store.getState()).toMatchObject({ shown: firstKey, current: freeKey });
    expect(store.getState().sheets[firstKey]?.ticket).toEqual(first);
  });

  it('are parked when the next number is called, and can be shown again', () => {
    const store = storeAt(first);
    store.change(firstKey, (draft) => ({ ...draft, name: 'Ayşe' }));
    store.follow('u1', second);
    expect(store.getState().shown).toBe(secondKey);
    expect(parkedKeys(store)).toEqual([firstKey]);
    store.show(firstKey);
    expect(store.getState().shown).toBe(firstKey);
  });

  it('leave nothing behind where nothing was written', () => {
    const store = storeAt(first);
    store.follow('u1', second);
    expect(Object.keys(store.getState().sheets)).toEqual([secondKey]);
  });

  it('give way to the result once registered, which stays until it is closed', () => {
    const store = storeAt(first);
    store.change(firstKey, (draft) => ({ ...draft, name: 'Ayşe' }));
    store.finish(firstKey, registered);
    store.follow('u1', null);
    expect(store.getState().shown).toBe(firstKey);
    expect(store.getState().sheets[firstKey]).toEqual({ ...emptySheet, ticket: first, registered });
    store.close(firstKey);
    expect(store.getState()).toMatchObject({ shown: freeKey });
    expect(Object.keys(store.getState().sheets)).toEqual([freeKey]);
  });

  it('begin anew for the same number after its result is closed', () => {
    const store = storeAt(first);
    store.finish(firstKey, registered);
    store.close(firstKey);
    expect(store.getState().sheets).toEqual({
      [firstKey]: { ...emptySheet, ticket: first },
    });
  });

  it('can be taken back after they were closed', () => {
    const store = storeAt(first);
    store.change(firstKey, (draft) => ({ ...draft, name: 'Ayşe' }));
    store.follow('u1', second);
    store.show(firstKey);
    const sheet = store.getState().sheets[firstKey];
    store.close(firstKey);
    expect(store.getState().shown).toBe(secondKey);
    if (sheet !== undefined) store.restore(firstKey, sheet);
    expect(store.getState()).toMatchObject({ shown: firstKey, sheets: { [firstKey]: sheet } });
  });

  it('lose the message of a field once it is changed, and only that one', () => {
    const store = storeAt(first);
    store.refuse(firstKey, [
      { path: 'applicant.name', message: 'Ad yazılmalı.' },
      { path: 'topicCode', message: 'Konu seçilmeli.' },
    ]);
    store.change(firstKey, (draft) => ({ ...draft, name: 'Ayşe' }));
    expect(store.getState().messages).toEqual({ [firstKey]: { topicCode: 'Konu seçilmeli.' } });
  });

  it('of one user are dropped when another signs in', () => {
    const store = storeAt(first);
    store.change(firstKey, (draft) => ({ ...draft, name: 'Ayşe' }));
    store.follow('u2', null);
    expect(Object.keys(store.getState().sheets)).toEqual([sheetKey('u2', null)]);
    expect(store.getState().shown).toBe(sheetKey('u2', null));
  });

  it('are saved under one id until that is answered, also on a page loaded anew', () => {
    const storage = memory();
    const ids = ['c1', 'c2'];
    const open = () =>
      makeDraftStore(
        () => storage,
        () => ids.shift() ?? '',
      );
    const before = open();
    before.follow('u1', first);
    before.change(firstKey, (draft) => ({ ...draft, name: 'Ayşe' }));
    expect(before.intend(firstKey)).toBe('c1');
    const after = open();
    expect(after.intend(firstKey)).toBe('c1');
    after.answered(firstKey);
    expect(after.intend(firstKey)).toBe('c2');
    after.finish(firstKey, registered);
    expect(after.getState().sheets[firstKey]?.intent).toBeNull();
  });

  it('know whether they were changed after they had been sent', () => {
    const store = storeAt(first);
    store.intend(firstKey);
    expect(store.getState().sheets[firstKey]?.intent?.isChanged).toBe(false);
    store.change(firstKey, (draft) => ({ ...draft, name: 'Ayşe' }));
    expect(store.getState().sheets[firstKey]?.intent?.isChanged).toBe(true);
    store.intend(firstKey);
    expect(store.getState().sheets[firstKey]?.intent?.isChanged).toBe(false);
  });

  it('that were changed since stay beside the result of what had been sent, and can be gone back to', () => {
    const store = storeAt(first);
    store.intend(firstKey);
    store.change(firstKey, (draft) => ({ ...draft, name: 'Ayşe' }));
    store.finishEarlier(firstKey, registered);
    const draft = { ...emptyDraft, name: 'Ayşe' };
    expect(store.getState().sheets[firstKey]).toEqual({ ...emptySheet, ticket: first, draft, registered });
    store.reopen(firstKey);
    expect(store.getState().sheets[firstKey]).toEqual({ ...emptySheet, ticket: first, draft });
  });

  it('of a form that is cleared begin with an intent of their own', () => {
    const store = storeAt(first);
    store.intend(firstKey);
    store.close(firstKey);
    expect(store.getState().sheets[firstKey]?.intent).toBeNull();
  });
});
