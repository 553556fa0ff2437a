import { expect, test } from 'vitest';
import { entryWriter } from '../testing/entries.ts';
import { foldCall, foldContact } from './reduce-switchboard.ts';

const card = {
  kind: 'person',
  name: 'Işıl Çağlar',
  department: 'Bağlantı Müdürlüğü',
  title: 'Uzman',
  extension: '2140',
  directPhone: null,
  sip: null,
  backupId: null,
} as const;
const out = { availability: 'out', backOn: '2026-03-16', note: 'Yıllık izinde' } as const;

test('a contact is its latest card with the latest availability, in whatever order and however often they arrived', () => {
  const one = entryWriter({ kind: 'contact', id: 'c1' });
  const entries = [
    one.write('contact.availability_set', { availability: 'busy', backOn: null, note: '' }),
    one.write('contact.recorded', card),
    one.write('contact.availability_set', out),
    one.write('contact.recorded', { ...card, extension: '2141' }),
  ];
  const state = { id: 'c1', ...card, extension: '2141', ...out, isRemoved: false };
  for (const arrived of [entries, entries.toReversed(), [...entries, ...entries]])
    expect(foldContact(arrived)).toEqual(state);
});

test('a contact is there with its card, gone when it was removed, and there again with a later card', () => {
  const one = entryWriter({ kind: 'contact', id: 'c1' });
  const early = one.write('contact.availability_set', out);
  expect(foldContact([early])).toBeUndefined();
  const recorded = one.write('contact.recorded', card);
  const removed = one.write('contact.removed', {});
  const late = one.write('contact.availability_set', out);
  expect(foldContact([recorded])).toMatchObject({ availability: 'available', note: '', isRemoved: false });
  expect(foldContact([recorded, removed, late])).toMatchObject({ isRemoved: true });
  expect(foldContact([recorded, removed, one.write('contact.recorded', card)])).toMatchObject({
    isRemoved: false,
  });
});

test('SW-6: a transfer says who passed the call on and when, and is withdrawn once for all', () => {
  const one = entryWriter({ kind: 'call', id: 't1' });
  const payload = {
    contactId: 'c1',
    contactName: 'Işıl Çağlar',
    department: 'Bağlantı Müdürlüğü',
    outcome: 'no_answer',
    applicationId: null,
    note: '',
  } as const;
  const transfer = one.write('call.transferred', payload);
  const state = { id: 't1', at: transfer.at, actor: 'user-1', ...payload, isWithdrawn: false };
  expect(foldCall([transfer])).toEqual(state);
  const withdrawn = one.write('call.withdrawn', {});
  expect(foldCall([withdrawn])).toBeUndefined();
  expect(foldCall([withdrawn, transfer, withdrawn])).toEqual({ ...state, isWithdrawn: true });
});
