import type { capacities } from '../../../src-shared/ledger/application-entries.ts';
import type { Draft } from './draft.ts';

export type Capacity = (typeof capacities)[number];

/** Without the paper these count for nothing; the core refuses them (domain facts, who may apply). */
const withDocument: ReadonlySet<Capacity | ''> = new Set<Capacity>([
  'proxy',
  'company_rep',
  'public_body',
  'legal_guardian',
  'heir',
  'building_manager',
]);
/** A paper is usual and worth recording, but its lack stops nobody. */
const mayHaveDocument: ReadonlySet<Capacity | ''> = new Set<Capacity>([
  'parent',
  'relative',
  'electrician',
  'facility_engineer',
]);

export function needsDocument(capacity: Capacity | ''): boolean {
  return withDocument.has(capacity);
}

export function takesDocument(capacity: Capacity | ''): boolean {
  return withDocument.has(capacity) || mayHaveDocument.has(capacity);
}

export type Disclosure = 'open' | 'not_recorded' | 'not_verified' | 'third_person';

/**
 * Whether the account's details may be shown beside the form. First who is asking and in what capacity has to
 * be recorded; a person whose identity was not established, or who only reports something, gets nothing of
 * the account (process rule 4; KVKK Board decision 2017/62).
 */
export function disclosureOf(draft: Pick<Draft, 'capacity' | 'identityVerifiedBy'>): Disclosure {
  if (draft.capacity === '' || draft.identityVerifiedBy === '') return 'not_recorded';
  if (draft.identityVerifiedBy === 'not_verified') return 'not_verified';
  return draft.capacity === 'informant' || draft.capacity === 'relative' ? 'third_person' : 'open';
}
