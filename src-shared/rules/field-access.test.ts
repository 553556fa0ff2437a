import { describe, expect, test } from 'vitest';
import { roles } from '../ledger/other-entries.ts';
import { fieldClasses, mayReveal, revealFields, sightOf, type Viewer } from './field-access.ts';

function viewer(role: Viewer['role'], changes: Partial<Viewer> = {}): Viewer {
  return { role, mayKnowInformants: false, revealed: new Set(), ...changes };
}

test.each(roles)('a %s sees no number whole before it is revealed, and no list of whole names', (role) => {
  for (const field of [...revealFields, 'listed_name'] as const)
    expect(sightOf(viewer(role), field, false)).not.toBe('whole');
});

describe('a reveal', () => {
  test('shows whole what was masked, and no more than was asked for', () => {
    const shown = viewer('clerk', { revealed: new Set(['phone'] as const) });
    expect(revealFields.filter((field) => sightOf(shown, field, false) === 'whole')).toEqual(['phone']);
  });

  test('gives nobody what the role may not see', () => {
    const unit = viewer('unit', { revealed: new Set(revealFields) });
    expect(revealFields.map((field) => sightOf(unit, field, false))).toEqual(
      revealFields.map(() => 'absent'),
    );
    expect(roles.filter(mayReveal)).toEqual(['clerk', 'supervisor', 'administrator']);
  });
});

describe('an informant', () => {
  const secret = [
    ...['name', 'listed_name', 'identity_no', 'phone', 'landline', 'email', 'evidence'],
    ...['attachment_name', 'special_attachment'],
  ];

  test.each(roles)('is absent for a %s without the permission, numbers revealed or not', (role) => {
    const shown = viewer(role, { revealed: new Set(revealFields) });
    const absent = fieldClasses.filter((field) => sightOf(shown, field, true) === 'absent');
    expect(absent).toEqual(expect.arrayContaining(secret));
  });

  test('is a person like any other to whoever has the permission', () => {
    const knows = viewer('clerk', { mayKnowInformants: true });
    for (const field of fieldClasses) expect(sightOf(knows, field, true)).toBe(sightOf(knows, field, false));
  });
});
