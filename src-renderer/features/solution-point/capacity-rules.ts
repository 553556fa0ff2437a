import { type Capacity, needsEvidence } from '../../../src-shared/rules/capacity.ts';
import { type Disclosure, disclosureTo } from '../../../src-shared/rules/disclosure.ts';
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

/** Whether the account may be shown beside the form: nothing of it before who asks is recorded. */
export function disclosureOf({
  capacity,
  identityVerifiedBy,
}: Pick<Draft, 'capacity' | 'identityVerifiedBy'>): Disclosure | 'not_recorded' {
  if (capacity === '' || identityVerifiedBy === '') return 'not_recorded';
  return disclosureTo(capacity, identityVerifiedBy);
}
