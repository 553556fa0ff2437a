import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aRegistration, entryWriter } from '../testing/entries.ts';
import { amendableValue } from './amendments.ts';
import type { AmendableField } from './application-entries.ts';
import type { Json } from './canonical-json.ts';
import type { Entry } from './entry.ts';
import type { PayloadOf } from './entry-types.ts';
import { foldApplication } from './reduce-application.ts';
import { sideBySide } from './reduce-conflicts.ts';

type Changes = PayloadOf<'application.amended'>['changes'];

const registration = aRegistration();
const to = () => entryWriter({ kind: 'application', id: 'app-1' });

function change(
  field: AmendableField,
  value: Json,
  from: Json = amendableValue(registration, field),
): Changes {
  return [{ field, from, to: value }] as Changes;
}

function fold(entries: readonly Entry[]) {
  const state = foldApplication(entries);
  if (state === undefined) throw new Error('It was registered');
  return state;
}

test('two desks that put right different fields both have their way', () => {
  const writer = to();
  const state = fold([
    writer.write('application.registered', registration),
    writer.write('application.amended', {
      reason: 'Yanlış',
      changes: change('description', { description: 'Yeni' }),
    }),
    writer.write('application.amended', {
      reason: 'Yanlış',
      changes: change('replyChannel', { replyChannel: 'email' }),
    }),
  ]);
  expect(state).toMatchObject({
    registration: { description: 'Yeni', replyChannel: 'email' },
    conflicts: [],
  });
});

test('two that put right the same field are shown to a person, and the first stands until then', () => {
  const writer = to();
  const first = change('description', { description: 'Birinci' });
  const second = change('description', { description: 'İkinci' });
  const entries = [
    writer.write('application.registered', registration),
    writer.write('application.amended', { reason: 'a', changes: first }),
    writer.write('application.amended', { reason: 'b', changes: second }),
  ];
  const [, standing, other] = entries;
  const state = fold(entries);
  expect(state).toMatchObject({
    registration: { description: 'Birinci' },
    conflicts: [{ reason: 'amended_before', entryId: other?.id, against: standing?.id, settled: null }],
  });
  const amendment = state.amendments[1];
  expect(amendment && sideBySide(state, amendment)).toMatchObject([
    { field: 'description', theirs: { description: 'İkinci' }, standing: { description: 'Birinci' } },
  ]);
  const settle = (settlement: 'keep' | 'take') =>
    fold([
      ...entries,
      writer.write('conflict.settled', { entryId: other?.id ?? '', settlement, note: 'Arandı' }),
    ]);
  expect(settle('take')).toMatchObject({
    registration: { description: 'İkinci' },
    conflicts: [{ settled: { settlement: 'take', note: 'Arandı' } }],
  });
  expect(settle('keep').registration.description).toBe('Birinci');
});

test('two that write the very same are no conflict', () => {
  const writer = to();
  const same = change('description', { description: 'Yeni' });
  const state = fold([
    writer.write('application.registered', registration),
    writer.write('application.amended', { reason: 'a', changes: same }),
    writer.write('application.amended', { reason: 'b', changes: same }),
  ]);
  expect(state.conflicts).toEqual([]);
});

test('of two closings a person may choose the other; the window for reopening does not move', () => {
  const writer = to();
  const closing = { durableMedium: 'sms', satisfaction: 'not_asked' } as const;
  const entries = [
    writer.write('application.registered', registration),
    writer.write('application.closed', { ...closing, outcomeKind: 'resolved', outcome: 'Onarıldı' }),
    writer.write('application.closed', {
      ...closing,
      outcomeKind: 'referred_to_supplier',
      outcome: 'Tedarikçide',
    }),
  ];
  const [, first, second] = entries;
  const state = fold([
    ...entries,
    writer.write('conflict.settled', { entryId: second?.id ?? '', settlement: 'take', note: '' }),
  ]);
  expect(state).toMatchObject({
    status: 'referred_to_supplier',
    closing: { outcome: 'Tedarikçide' },
    closedAt: first?.at,
    closings: [{ outcome: 'Onarıldı' }, { outcome: 'Tedarikçide' }],
  });
});

test('the fold comes to the same in whatever order entries arrive, and however often', () => {
  const writer = to();
  const entries = [
    writer.write('application.registered', registration),
    writer.write('application.routed', { teamCode: 'team-a', teamName: 'Ekip', note: '' }),
    writer.write('application.amended', {
      reason: 'a',
      changes: change('description', { description: '1' }),
    }),
    writer.write('application.amended', {
      reason: 'b',
      changes: change('description', { description: '2' }),
    }),
    writer.write('application.closed', {
      outcomeKind: 'resolved',
      outcome: 'Bitti',
      durableMedium: 'sms',
      satisfaction: 'not_asked',
    }),
    writer.write('application.reopened', {
      reason: 'İtiraz',
      dueAt: registration.dueAt,
      deadlineBasis: 'THY',
    }),
    writer.write('applicant.awaited', { missing: 'Tapu', pause: null }),
    writer.write('applicant.supplied', { note: '', dueAt: registration.dueAt }),
  ];
  const expected = fold(entries);
  fc.assert(
    fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
      expect(fold(shuffled)).toEqual(expected);
    }),
  );
});
