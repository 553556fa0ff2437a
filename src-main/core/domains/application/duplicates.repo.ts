import type { Premises } from '../../../../src-shared/ledger/application-entries.ts';
import { knownEntry } from '../../../../src-shared/ledger/entry-types.ts';
import { type Matter, placeKey } from '../../../../src-shared/rules/duplicate-score.ts';
import type { ApplicationRecord } from '../../db/schema.ts';
import { entriesOfType, type Reader } from '../../ledger/entries.repo.ts';

export type Sought = {
  readonly consumerId: string | null;
  /** E.164 */
  readonly phone: string | null;
  readonly installationNo: string | null;
  readonly premises: Premises | null;
  readonly exceptId: string | null;
  readonly at: string;
};
export type Candidate = { readonly record: ApplicationRecord; readonly matter: Matter };

const mostOfEach = 25;
/** Older ones are history, not the same matter; one that is still open always counts. */
const windowDays = 180;

/** Applications that share a person, a number or a place, each sought by its index. Informants' are left out. */
export async function duplicateCandidates(db: Reader, sought: Sought): Promise<readonly Candidate[]> {
  const since = new Date(Date.parse(sought.at) - windowDays * 86_400_000).toISOString();
  const keys = [
    ['consumer_id', sought.consumerId],
    ['phone', sought.phone],
    ['installation_no', sought.installationNo],
    ['place_key', sought.premises === null ? null : placeKey(sought.premises)],
  ] as const;
  const records = new Map<string, ApplicationRecord>();
  for (const [column, value] of keys) {
    if (value === null) continue;
    const rows = await db
      .selectFrom('applications')
      .selectAll()
      .where(column, '=', value)
      .where((or) => or.or([or('registered_at', '>=', since), or('closed_at', 'is', null)]))
      .orderBy('row_id', 'desc')
      .limit(mostOfEach)
      .execute();
    for (const row of rows) if (row.id !== sought.exceptId) records.set(row.id, row);
  }
  const registrations = await entriesOfType(db, 'application', [...records.keys()], 'application.registered');
  return registrations.flatMap((entry) => {
    const known = knownEntry(entry);
    const record = records.get(entry.stream.id);
    if (known?.type !== 'application.registered' || record === undefined) return [];
    const { consumerId, applicant, installationNo, premises, topicCode, description } = known.payload;
    const matter: Matter = {
      id: record.id,
      consumerId,
      phone: applicant.phone,
      installationNo,
      premises,
      topicCode,
      description,
      at: entry.at,
    };
    return [{ record, matter }];
  });
}
