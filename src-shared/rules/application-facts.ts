import { isFinal } from '../ledger/application-moves.ts';
import type { ApplicationState } from '../ledger/application-state.ts';

/** Whoever reports illegal use, or gives no name: the identity is secret (THY). */
export function isInformant({ registration }: ApplicationState): boolean {
  return registration.capacity === 'informant' || registration.applicant.kind === 'anonymous';
}

/** A supervisor was told that nobody of the team has taken it, and nobody has since. */
export function isEscalated({ status, routings, escalations }: ApplicationState): boolean {
  const routing = routings.at(-1);
  return status === 'routed' && escalations.some(({ routingId }) => routingId === routing?.entryId);
}

/** When to call again: by the latest call, where it reached nobody and the application still waits for one. */
export function callBackAt({ status, calls }: ApplicationState): string | null {
  const last = calls.at(-1);
  if (isFinal(status) || last === undefined || last.result === 'reached') return null;
  return last.callBackAt ?? null;
}

/** The clock stands still, since the rule allows it for what is waited for. */
export function isClockStopped({ awaiting }: ApplicationState): boolean {
  return awaiting !== null && awaiting.pause !== null;
}

/** A check verifies the number of the registration; another number put in its place later is verified by none. */
export function isPhoneVerified({ registration, amendments }: ApplicationState): boolean {
  const isReplaced = amendments.some(({ changes }) => changes.some(({ field }) => field === 'applicant'));
  return registration.phoneCheckId !== undefined && !isReplaced;
}
