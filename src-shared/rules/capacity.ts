import type { capacities } from '../ledger/application-entries.ts';

export type Capacity = (typeof capacities)[number];

/** Capacities that count only with a paper (domain facts, who may apply); what the paper is goes into the record. */
const withEvidence: ReadonlySet<Capacity> = new Set<Capacity>([
  'proxy',
  'company_rep',
  'public_body',
  'legal_guardian',
  'heir',
  'building_manager',
]);

export function needsEvidence(capacity: Capacity): boolean {
  return withEvidence.has(capacity);
}
