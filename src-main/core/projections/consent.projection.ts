import type { Transaction } from 'kysely';
import type { Entry, Stream } from '../../../src-shared/ledger/entry.ts';
import { foldApplication } from '../../../src-shared/ledger/reduce-application.ts';
import { awaitsReview, consentsOf } from '../../../src-shared/ledger/reduce-consents.ts';
import type { Schema } from '../db/schema.ts';

/** Who has decided what, and which withdrawals still ask what becomes of the data. */
export async function projectConsents(
  trx: Transaction<Schema>,
  stream: Stream,
  entries: readonly Entry[],
): Promise<void> {
  if (!entries.some(({ type }) => type.startsWith('consent.'))) return;
  const state = foldApplication(entries);
  if (state === undefined) return;
  for (const consent of consentsOf(state.consents)) {
    const record = {
      application_id: stream.id,
      consumer_id: state.registration.consumerId,
      text_code: consent.textCode,
      purpose_code: consent.purposeCode,
      decision: consent.decision,
      decided_at: consent.at,
      withdrawn_at: consent.withdrawal?.at ?? null,
      awaits_review: awaitsReview(consent) ? 1 : 0,
      sheet_code:
        state.consents.printed.find(({ consentId }) => consentId === consent.consentId)?.sheetCode ?? null,
    } as const;
    await trx
      .insertInto('consents')
      .values({ id: consent.consentId, ...record })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(record).where('consents.application_id', '=', stream.id),
      )
      .execute();
  }
}
