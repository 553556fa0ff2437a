import { expect, test } from 'vitest';
import { contactInput } from '../../../src-shared/contract/switchboard.ts';
import { emptyHead } from '../../../src-shared/ledger/chain.ts';
import { foldContact } from '../../../src-shared/ledger/reduce-switchboard.ts';
import { localDay } from '../../../src-shared/text/format.ts';
import { loadCatalogue } from '../catalogue/catalogue.ts';
import { sampleDirectory } from './sample-directory.ts';
import { sealHistory } from './seal-history.ts';

const now = Date.parse('2026-11-18T11:05:00Z');
const options = {
  ...{ seed: 26, catalogue: loadCatalogue(), keeper: 'u-1', operator: 'u-2' },
  ...{ from: now - 1_000_000_000, now },
};

function contactsAt(moment: number) {
  const facts = sampleDirectory({ ...options, now: moment });
  const entries = [...sealHistory(facts, emptyHead('01900000-0000-7000-8000-0000000000aa'))];
  const ids = new Set(entries.flatMap(({ stream }) => (stream.kind === 'contact' ? [stream.id] : [])));
  return [...ids].map((id) => foldContact(entries.filter(({ stream }) => stream.id === id)));
}

test('the directory holds what an administrator could have entered, each with another extension', () => {
  const contacts = contactsAt(now).filter((contact) => contact !== undefined);
  expect(contacts.length).toBeGreaterThan(80);
  for (const { kind, name, department, title, extension, directPhone, sip, backupId } of contacts) {
    const card = { kind, name, department, title, extension, directPhone, sip, backupId };
    expect(contactInput.parse(card)).toEqual(card);
  }
  expect(new Set(contacts.map(({ extension }) => extension)).size).toBe(contacts.length);
  expect(new Set(contacts.map(({ availability }) => availability)).size).toBe(4);
});

test('everything of today is of today, also right after midnight', () => {
  const midnight = Date.parse('2026-11-18T00:00:05+03:00');
  const today = sampleDirectory({ ...options, now: midnight }).filter(({ actor }) => actor === 'u-2');
  expect(today.length).toBeGreaterThan(5);
  for (const { at } of today) {
    expect(localDay(new Date(at).toISOString())).toBe('2026-11-18');
    expect(at).toBeLessThanOrEqual(midnight);
  }
});
