import { type Capacity, needsEvidence } from '../../../src-shared/rules/capacity.ts';
import type { Draft } from './draft.ts';

/** A paper is usual and worth recording, but its lack stops nobody. */
const mayHaveDocument: ReadonlySet<Capacity | ''> = new Set<Capacity>([
  'parent',
  'relative',
  'electrician',
  'facility_engineer',
]);

export function takesDocument(capacity: Capacity | ''): boolean {
  return capacity !== '' && (needsEvidence(capacity) || mayHaveDocument.has(capacity));
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
