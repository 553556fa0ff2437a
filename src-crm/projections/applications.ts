import { type Insertable, type Kysely, sql, type Transaction } from 'kysely';
import type { ApplicationState } from '../../src-shared/ledger/application-state.ts';
import { foldApplication } from '../../src-shared/ledger/reduce-application.ts';
import { isEscalated } from '../../src-shared/rules/application-facts.ts';
import { parseTrackingCode } from '../../src-shared/text/tracking-code.ts';
import type { ApplicationsTable, Database } from '../db/schema.ts';
import type { PlacedEntry } from '../ledger/entry-rows.ts';
import { storable } from '../lib/storable.ts';
import { inBatches } from './batches.ts';

type Row = Insertable<ApplicationsTable>;

/** Folds each application among the entries anew; `placed` must hold all entries of every stream it touches. */
export async function projectApplications(
  tx: Transaction<Database>,
  placed: readonly PlacedEntry[],
): Promise<void> {
  const streams = Map.groupBy(
    placed.filter(({ entry }) => entry.stream.kind === 'application'),
    ({ entry }) => entry.stream.id,
  );
  const rows = [...streams.values()].flatMap((stream) => applicationRow(stream) ?? []);
  for (const batch of inBatches(rows)) {
    await tx
      .insertInto('applications')
      .values(batch)
      .onConflict((oc) => oc.column('id').doUpdateSet(takeNew))
      .execute();
  }
}

const takeNew = {
  branch: sql<string>`excluded.branch`,
  application_no: sql<string>`excluded.application_no`,
  tracking_code: sql<string>`excluded.tracking_code`,
  status: sql<string>`excluded.status`,
  team_code: sql<string | null>`excluded.team_code`,
  team_name: sql<string | null>`excluded.team_name`,
  topic_code: sql<string>`excluded.topic_code`,
  application_type: sql<string>`excluded.application_type`,
  registered_at: sql<string>`excluded.registered_at`,
  due_at: sql<string>`excluded.due_at`,
  routed_at: sql<string | null>`excluded.routed_at`,
  answered_at: sql<string | null>`excluded.answered_at`,
  closed_at: sql<string | null>`excluded.closed_at`,
  outcome_kind: sql<string | null>`excluded.outcome_kind`,
  last_entry_at: sql<string>`excluded.last_entry_at`,
  is_escalated: sql<boolean>`excluded.is_escalated`,
} satisfies Record<Exclude<keyof ApplicationsTable, 'id'>, unknown>;

function applicationRow(stream: readonly PlacedEntry[]): Row | undefined {
  const state = foldApplication(stream.map(({ entry }) => entry));
  if (state === undefined) return undefined;
  const home = stream.find(({ entry }) => entry.id === state.registration.entryId);
  return home === undefined ? undefined : rowOf(state, home.branch);
}

function rowOf(state: ApplicationState, branch: string): Row {
  const { registration, closing } = state;
  const routing = state.routings.at(-1);
  return {
    id: state.id,
    branch,
    application_no: storable(registration.applicationNo),
    // The counter writes the code as it prints it; people type it in any way.
    tracking_code: parseTrackingCode(registration.trackingCode) ?? storable(registration.trackingCode),
    status: state.status,
    team_code: storable(routing?.teamCode ?? null),
    team_name: storable(routing?.teamName ?? null),
    topic_code: storable(registration.topicCode),
    application_type: registration.applicationType,
    registered_at: registration.at,
    due_at: registration.dueAt,
    routed_at: routing?.at ?? null,
    answered_at: state.answers.at(-1)?.at ?? null,
    closed_at: closing?.at ?? null,
    outcome_kind: closing?.outcomeKind ?? null,
    last_entry_at: state.lastEntryAt,
    is_escalated: isEscalated(state),
  };
}

/** The branch that an application belongs to; undefined until its registration has arrived. */
export async function branchOfApplication(
  db: Kysely<Database> | Transaction<Database>,
  id: string,
): Promise<string | undefined> {
  const row = await db.selectFrom('applications').select('branch').where('id', '=', id).executeTakeFirst();
  return row?.branch;
}
