import { beforeEach, expect, it } from 'vitest';
import { closeNotice, showNotice, useNotices } from './notices.ts';

beforeEach(() => useNotices.setState({ notices: [] }));

function shown(): readonly string[] {
  return useNotices.getState().notices.map(({ message }) => message);
}

it('the newest notice stands first and a fourth takes the oldest’s place', () => {
  for (const message of ['bir', 'iki', 'üç', 'dört']) showNotice({ tone: 'done', message, millis: 1 });
  expect(shown()).toEqual(['dört', 'üç', 'iki']);
});

it('a failure takes the place of the one before it and leaves what can be undone', () => {
  showNotice({ tone: 'done', message: 'Form temizlendi.', millis: 1, onUndo: () => {} });
  showNotice({ tone: 'danger', message: 'ilk', millis: 1 });
  showNotice({ tone: 'danger', message: 'ikinci', millis: 1 });
  expect(shown()).toEqual(['ikinci', 'Form temizlendi.']);
});

it('a closed notice is gone, and only that one', () => {
  showNotice({ tone: 'done', message: 'bir', millis: 1 });
  showNotice({ tone: 'done', message: 'iki', millis: 1 });
  closeNotice(useNotices.getState().notices[0]?.id ?? 0);
  expect(shown()).toEqual(['bir']);
});
