import { describe, expect, it } from 'vitest';
import type { StateStorage } from 'zustand/middleware';
import { draftsKey, emptyDrafts, makeActionDrafts } from './action-drafts.ts';

function memory(): StateStorage {
  const items = new Map<string, string>();
  return {
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
  };
}

const key = draftsKey('u1', 'a1');

describe('what was written on a file', () => {
  it('is there again after the screen was built anew', () => {
    const storage = memory();
    makeActionDrafts(() => storage).change(key, 'close', { outcome: 'Direk değiştirildi.' });
    expect(makeActionDrafts(() => storage).getState().files[key]?.close).toEqual({
      ...emptyDrafts.close,
      outcome: 'Direk değiştirildi.',
    });
  });

  it('keeps the text of one action while another is sent', () => {
    const drafts = makeActionDrafts(memory);
    drafts.change(key, 'close', { outcome: 'Direk değiştirildi.' });
    drafts.change(key, 'call', { result: 'reached' });
    drafts.clear(key, 'call');
    expect(drafts.getState().files[key]).toEqual({
      ...emptyDrafts,
      close: { ...emptyDrafts.close, outcome: 'Direk değiştirildi.' },
    });
  });

  it('of one user is dropped when another signs in', () => {
    const drafts = makeActionDrafts(memory);
    drafts.change(key, 'call', { note: 'x' });
    drafts.change(draftsKey('u2', 'a1'), 'call', { note: 'y' });
    drafts.keepOnlyOf('u2');
    expect(Object.keys(drafts.getState().files)).toEqual(['u2/a1']);
  });
});
