import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aRegistration, entryWriter } from '../testing/entries.ts';
import { drawn, signatureShapes } from '../testing/signatures.ts';
import type { Entry } from './entry.ts';
import type { PayloadOf } from './entry-types.ts';
import { foldApplication } from './reduce-application.ts';
import { awaitsReview, consentsOf, isInForce, standingGround } from './reduce-consents.ts';

const first = '01890000-0000-7000-8000-000000000001';
const second = '01890000-0000-7000-8000-000000000002';

function decided(
  consentId: string,
  decision: 'accepted' | 'refused' = 'accepted',
): PayloadOf<'consent.decided'> {
  return {
    consentId,
    textCode: 'consent_life_support',
    textVersion: 1,
    textHash: 'a'.repeat(64),
    language: 'tr',
    purposeCode: 'life_support_registration',
    dataCategories: ['Sağlık'],
    decision,
    method: 'tablet',
    signature: decision === 'accepted' ? drawn(signatureShapes.name) : null,
  };
}
const withdrawn = { consentId: first, channel: 'desk', note: '' } as const;
const grounded = { basis: 'consent', consentId: first, note: '' } as const;
const reviewed = { consentId: first, outcome: 'erase', ground: 'Rıza geri alındı', note: '' } as const;

function stream() {
  const to = entryWriter({ kind: 'application', id: 'app-1' });
  return { to, registered: to.write('application.registered', aRegistration()) };
}

function folded(entries: readonly Entry[]) {
  const state = foldApplication(entries);
  if (state === undefined) throw new Error('There is no registration');
  return {
    consents: consentsOf(state.consents).map((consent) => [
      consent.consentId === first ? 'first' : 'second',
      isInForce(consent),
      awaitsReview(consent),
    ]),
    ground: standingGround(state.consents)?.basis ?? null,
    conflicts: state.conflicts.map(({ reason }) => reason),
  };
}

test('a consent is in force until it is taken back; then its data waits for a review, which closes it', () => {
  const { to, registered } = stream();
  const given = [
    registered,
    to.write('consent.decided', decided(first)),
    to.write('special.grounded', grounded),
  ];
  expect(folded(given)).toEqual({ consents: [['first', true, false]], ground: 'consent', conflicts: [] });
  const taken = [...given, to.write('consent.withdrawn', withdrawn)];
  expect(folded(taken)).toEqual({ consents: [['first', false, true]], ground: null, conflicts: [] });
  const closed = [...taken, to.write('consent.reviewed', reviewed)];
  expect(folded(closed)).toEqual({ consents: [['first', false, false]], ground: null, conflicts: [] });
});

test('a refusal is a record like an acceptance, and gives no ground', () => {
  const { to, registered } = stream();
  const entries = [
    registered,
    to.write('consent.decided', decided(first, 'refused')),
    to.write('special.grounded', grounded),
  ];
  expect(folded(entries)).toEqual({ consents: [['first', false, false]], ground: null, conflicts: [] });
});

test('another ground holds after the consent is gone', () => {
  const { to, registered } = stream();
  const entries = [
    registered,
    to.write('special.grounded', { basis: 'right', consentId: null, note: 'Dava sürüyor' }),
    to.write('consent.decided', decided(first)),
    to.write('special.grounded', grounded),
    to.write('consent.withdrawn', withdrawn),
  ];
  expect(folded(entries).ground).toBe('right');
});

test('a withdrawal holds where a wrong clock sorts it before the consent', () => {
  const { to, registered } = stream();
  const entries = [
    registered,
    to.write('consent.withdrawn', withdrawn),
    to.write('consent.decided', decided(first)),
  ];
  expect(folded(entries).consents).toEqual([['first', false, true]]);
});

test('two desks that take the same consent back have done it once', () => {
  const { to, registered } = stream();
  const entries = [
    registered,
    to.write('consent.decided', decided(first)),
    to.write('consent.withdrawn', withdrawn),
    to.write('consent.withdrawn', { ...withdrawn, channel: 'telephone' }),
  ];
  expect(folded(entries)).toEqual({ consents: [['first', false, true]], ground: null, conflicts: [] });
});

test('of two reviews that decide differently the first stands, and a person is told of the other', () => {
  const { to, registered } = stream();
  const taken = [
    registered,
    to.write('consent.decided', decided(first)),
    to.write('consent.withdrawn', withdrawn),
    to.write('consent.reviewed', reviewed),
  ];
  expect(folded([...taken, to.write('consent.reviewed', reviewed)]).conflicts).toEqual([]);
  const kept = to.write('consent.reviewed', { ...reviewed, outcome: 'keep' });
  expect(folded([...taken, kept]).conflicts).toEqual(['reviewed_before']);
});

test('the same entries give the same consents in whatever order and however often they come', () => {
  const { to, registered } = stream();
  const entries = [
    registered,
    to.write('consent.decided', decided(first)),
    to.write('special.grounded', grounded),
    to.write('consent.decided', decided(second, 'refused')),
    to.write('consent.withdrawn', withdrawn),
    to.write('consent.reviewed', reviewed),
    to.write('consent.reviewed', { ...reviewed, outcome: 'keep' }),
  ];
  const inOrder = folded(entries);
  fc.assert(
    fc.property(fc.shuffledSubarray([...entries, ...entries], { minLength: 2 * entries.length }), (mixed) => {
      expect(folded(mixed)).toEqual(inOrder);
    }),
    { numRuns: 50 },
  );
});
