import type { Availability } from '../ledger/switchboard-entries.ts';

type Reachability = { readonly availability: Availability; readonly backOn: string | null };

/** Whoever is back today is no longer out, though nobody said so again. `today` is a service day 'yyyy-MM-dd'. */
export function availabilityOn<T extends Reachability>(contact: T, today: string): T {
  const isBack = contact.availability === 'out' && contact.backOn !== null && contact.backOn <= today;
  return isBack ? { ...contact, availability: 'available', backOn: null } : contact;
}
