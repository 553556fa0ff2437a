import type { OutputOf } from '../../../src-shared/contract/index.ts';
import type { Entry } from '../../../src-shared/ledger/entry.ts';
import { knownEntry } from '../../../src-shared/ledger/entry-types.ts';
import { anApplication } from '../workplace.ts';
import type { Counter } from './counter.ts';

export type Registered = OutputOf<'application.register'>;

/** Registers an application whose description is `words`, so that it can be found on every side. */
export function register(counter: Counter, words = 'Sokak karanlık'): Promise<Registered> {
  return counter.ok('application.register', anApplication({ description: words }));
}

export async function recordCall(counter: Counter, applicationId: string, note = ''): Promise<void> {
  await counter.ok('application.recordCall', { applicationId, result: 'reached', note });
}

export function closing(applicationId: string, outcome: string) {
  return {
    applicationId,
    outcomeKind: 'resolved',
    outcome,
    durableMedium: 'sms',
    satisfaction: 'not_asked',
  } as const;
}

/** Calls and closes an application that no team has. */
export async function close(counter: Counter, applicationId: string, outcome: string): Promise<void> {
  await recordCall(counter, applicationId);
  await counter.ok('application.close', closing(applicationId, outcome));
}

/** The words of every registration among the entries, as often as it is there. */
export function describedIn(entries: readonly Entry[]): readonly string[] {
  return entries
    .flatMap((entry) => knownEntry(entry) ?? [])
    .flatMap((known) => (known.type === 'application.registered' ? [known.payload.description] : []))
    .sort();
}
