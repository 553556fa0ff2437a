import type { identityChecks } from '../ledger/application-entries.ts';
import type { Capacity } from './capacity.ts';

export type IdentityCheck = (typeof identityChecks)[number];
export type Disclosure = 'open' | 'not_verified' | 'third_person';

/**
 * Whether somebody may be shown or told anything of an account. A person whose identity was not established, or who
 * only reports something or asks as a relative, gets nothing of it (process rule 4, FF-4; KVKK Board decisions 2017/62
 * and 2020/66).
 */
export function disclosureTo(capacity: Capacity, identityVerifiedBy: IdentityCheck): Disclosure {
  if (identityVerifiedBy === 'not_verified') return 'not_verified';
  return capacity === 'informant' || capacity === 'relative' ? 'third_person' : 'open';
}
