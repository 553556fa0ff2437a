import type { OutputOf } from '../../../../src-shared/contract/index.ts';
import { consentDecisions } from '../../../../src-shared/ledger/consent-entries.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { oneOf } from '../../db/words.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import { versionsOf } from '../text/texts.repo.ts';

type Rows = OutputOf<'consent.ofConsumer'>['consents'];

/** What a consumer has agreed to or refused, in whichever application, the latest first. */
export async function consentsOfConsumer(
  db: Reader,
  catalogue: Catalogue,
  consumerId: string,
): Promise<Rows> {
  const rows = await db
    .selectFrom('consents')
    .innerJoin('applications', 'applications.id', 'consents.application_id')
    .select([
      'consents.id',
      'consents.application_id',
      'applications.application_no',
      'consents.text_code',
      'consents.decision',
      'consents.decided_at',
      'consents.withdrawn_at',
    ])
    .where('consents.consumer_id', '=', consumerId)
    .orderBy('consents.decided_at', 'desc')
    .limit(200)
    .execute();
  const titles = new Map<string, string>();
  for (const code of new Set(rows.map(({ text_code }) => text_code))) {
    const latest = (await versionsOf(db, catalogue, { code, languages: ['tr'] })).at(-1);
    titles.set(code, latest?.text.title ?? code);
  }
  return rows.map((row) => ({
    consentId: row.id,
    applicationId: row.application_id,
    applicationNo: row.application_no,
    title: titles.get(row.text_code) ?? row.text_code,
    decision: oneOf(consentDecisions, row.decision),
    decidedAt: row.decided_at,
    withdrawnAt: row.withdrawn_at,
  }));
}
