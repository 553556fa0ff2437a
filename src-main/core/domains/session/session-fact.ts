import type { Desk } from '../../../../src-shared/contract/session.ts';
import { fact, type PayloadOf } from '../../../../src-shared/ledger/entry-types.ts';

export type SessionEvent = PayloadOf<'audit.session'>['event'];

/** Each coming, going and wrong try is on record. */
export function sessionFact(userId: string, event: SessionEvent, desk: Desk | null) {
  return fact({ kind: 'audit', id: userId }, 'audit.session', { event, deskCode: desk?.deskCode ?? null });
}
