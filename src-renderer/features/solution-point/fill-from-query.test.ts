import { expect, it } from 'vitest';
import { emptyDraft } from './draft.ts';
import { fillFromQuery } from './fill-from-query.ts';

it.each([
  ['10000000146', { identityNo: '10000000146' }],
  ['4540536920', { identityNo: '4540536920', kind: 'company' }],
  ['0532 123 45 67', { phone: '0532 123 45 67' }],
  ['123456', { installationNo: '123456' }],
  [' Ayşe Işık ', { name: 'Ayşe Işık' }],
])('writes %j, found nowhere, into the field that it belongs to', (typed, filled) => {
  expect(fillFromQuery(emptyDraft, typed)).toEqual({ ...emptyDraft, ...filled });
});

it('leaves the form alone for what belongs to no field', () => {
  expect(fillFromQuery(emptyDraft, '26-2026-0100001')).toEqual(emptyDraft);
});
