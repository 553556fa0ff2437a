import { expect, test } from 'vitest';
import { aRegistration, entryWriter } from '../testing/entries.ts';
import type { Entry } from './entry.ts';
import { foldApplication } from './reduce-application.ts';
import { attachmentsOf } from './reduce-attachments.ts';

const id = '01890000-0000-7000-8000-000000000001';
const file = {
  attachmentId: id,
  name: 'rapor.pdf',
  mediaType: 'application/pdf',
  size: 1_234,
  sha256: 'a'.repeat(64),
  description: 'Servis raporu',
  isSpecialCategory: false,
};

function filesAfter(entries: readonly Entry[]) {
  const state = foldApplication(entries);
  if (state === undefined) throw new Error('There is no registration');
  return attachmentsOf(state.attachments).map(({ name, withdrawal }) => [name, withdrawal?.reason ?? null]);
}

test('a file is on its application until it is withdrawn, and in its history for ever', () => {
  const to = entryWriter({ kind: 'application', id: 'app-1' });
  const registered = to.write('application.registered', aRegistration());
  const added = to.write('attachment.added', file);
  const withdrawn = to.write('attachment.withdrawn', { attachmentId: id, reason: 'Yanlış dosya' });
  expect(filesAfter([registered])).toEqual([]);
  expect(filesAfter([registered, added])).toEqual([['rapor.pdf', null]]);
  expect(filesAfter([registered, added, withdrawn])).toEqual([['rapor.pdf', 'Yanlış dosya']]);
});

test('a withdrawal holds where a wrong clock sorts it before what it withdraws', () => {
  const to = entryWriter({ kind: 'application', id: 'app-1' });
  const entries = [
    to.write('application.registered', aRegistration()),
    to.write('attachment.withdrawn', { attachmentId: id, reason: 'Yanlış dosya' }),
    to.write('attachment.added', file),
  ];
  expect(filesAfter(entries)).toEqual([['rapor.pdf', 'Yanlış dosya']]);
});

test('of two entries about one file the first stands', () => {
  const to = entryWriter({ kind: 'application', id: 'app-1' });
  const entries = [
    to.write('application.registered', aRegistration()),
    to.write('attachment.added', file),
    to.write('attachment.added', { ...file, name: 'başka.pdf' }),
    to.write('attachment.withdrawn', { attachmentId: id, reason: 'İlki' }),
    to.write('attachment.withdrawn', { attachmentId: id, reason: 'İkincisi' }),
  ];
  expect(filesAfter(entries)).toEqual([['rapor.pdf', 'İlki']]);
});
