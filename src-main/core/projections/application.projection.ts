import type { Insertable, Transaction } from 'kysely';
import type { ApplicationState } from '../../../src-shared/ledger/application-state.ts';
import type { Entry, Stream } from '../../../src-shared/ledger/entry.ts';
import { foldApplication } from '../../../src-shared/ledger/reduce-application.ts';
import { callBackAt, isEscalated, isInformant } from '../../../src-shared/rules/application-facts.ts';
import { placeKey } from '../../../src-shared/rules/duplicate-score.ts';
import { searchWords } from '../../../src-shared/text/search-words.ts';
import type { ApplicationsTable, Schema } from '../db/schema.ts';
import { informantName, isOrganisation } from '../domains/person/person-view.ts';

export async function projectApplication(
  trx: Transaction<Schema>,
  stream: Stream,
  entries: readonly Entry[],
): Promise<void> {
  const state = foldApplication(entries);
  if (state === undefined) return;
  const record = recordOf(state);
  const changed = await trx
    .updateTable('applications')
    .set(record)
    .where('id', '=', stream.id)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 1n) return;
  const { insertId } = await trx.insertInto('applications').values(record).executeTakeFirst();
  await trx
    .insertInto('application_search')
    .values({ rowid: Number(insertId), body: searchBodyOf(state) })
    .execute();
}

function recordOf(state: ApplicationState): Omit<Insertable<ApplicationsTable>, 'row_id'> {
  const { registration } = state;
  const team = state.routings.at(-1);
  return {
    id: state.id,
    application_no: registration.applicationNo,
    tracking_code: registration.trackingCode,
    status: state.status,
    channel: registration.channel,
    topic_code: registration.topicCode,
    team_code: team?.teamCode ?? null,
    team_name: team?.teamName ?? null,
    consumer_id: registration.consumerId,
    applicant_name: isInformant(state) ? informantName : registration.applicant.name,
    is_person: isInformant(state) || isOrganisation(registration.applicant.kind) ? 0 : 1,
    identity_no: isInformant(state) ? null : registration.applicant.identityNo,
    phone: isInformant(state) ? null : (registration.applicant.phone ?? registration.applicant.landline),
    installation_no: registration.installationNo,
    registered_at: registration.at,
    due_at: state.dueAt,
    closed_at: state.closing?.at ?? null,
    has_conflict: state.conflicts.some(({ settled }) => settled === null) ? 1 : 0,
    place_key: isInformant(state) || registration.premises === null ? null : placeKey(registration.premises),
    take_by: state.status === 'routed' ? (team?.takeBy ?? null) : null,
    is_escalated: isEscalated(state) ? 1 : 0,
    call_back_at: callBackAt(state),
  };
}

/** What a registration says of persons and places; it never changes, so the index is written once. */
function searchBodyOf(state: ApplicationState): string {
  const { applicant, premises } = state.registration;
  const name = isInformant(state) ? '' : applicant.name;
  return searchWords(
    [name, premises?.street, premises?.neighbourhood, premises?.district].filter(Boolean).join(' '),
  ).join(' ');
}
