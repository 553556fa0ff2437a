import type { DestructionRun, Hold, RunState } from '../../../../src-shared/contract/retention.ts';
import {
  type DestructionState,
  itemsLeft,
  type ListedItem,
} from '../../../../src-shared/ledger/reduce-destruction.ts';
import { formatDate } from '../../../../src-shared/text/format.ts';
import { systemActor } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import { listUsers } from '../session/users.repo.ts';
import { copiesGoAt, storeCopies } from './copies.ts';
import { allRuns } from './runs.repo.ts';

export type Names = (actor: string) => string;

export async function namesOf(db: Reader): Promise<Names> {
  const users = new Map((await listUsers(db)).map(({ id, displayName }) => [id, displayName]));
  return (actor) => users.get(actor) ?? (actor === systemActor ? 'Banko' : actor);
}

/** `İMHA-30.11.2026-1a2b3c4d`: the day and enough of the id to tell two of one day apart. */
export function runNoOf({ id, proposal }: DestructionState): string {
  return `İMHA-${formatDate(proposal.at)}-${id.slice(-8)}`;
}

/** All runs as the screen shows them, the newest first. */
export async function viewRuns(db: Reader, dataDir: string, reader: string): Promise<DestructionRun[]> {
  const names = await namesOf(db);
  const orders = new Map(
    (await db.selectFrom('destruction_orders').selectAll().execute()).map((row) => [row.run_id, row]),
  );
  const copies = await storeCopies(dataDir);
  return (await allRuns(db)).map((run) => {
    const done = orders.get(run.id);
    const compactedAt = done?.compacted_at ?? null;
    const left = run.order?.left ?? [];
    const older = compactedAt === null ? [] : copies.filter(({ at }) => at < compactedAt);
    return {
      id: run.id,
      runNo: runNoOf(run),
      state: stateOf(run, done),
      reason: run.proposal.reason,
      asOf: run.proposal.asOf,
      proposed: { name: names(run.proposal.actor), at: run.proposal.at },
      counts: countsOf(itemsLeft(run, left)),
      takenOut: run.takenOut.size,
      left: left.length,
      hasMore: run.proposal.hasMore,
      kept: run.proposal.kept,
      approvals: run.approvals.map(({ actor, at }) => ({ name: names(actor), at })),
      isApprovedByMe: run.approvals.some(({ actor }) => actor === reader),
      refused: run.refusal && {
        name: names(run.refusal.actor),
        at: run.refusal.at,
        reason: run.refusal.reason,
      },
      orderedAt: run.order?.at ?? null,
      copies:
        compactedAt === null || older.length === 0
          ? null
          : { names: older.map(({ name }) => name), until: copiesGoAt(compactedAt) },
    };
  });
}

type Done = { readonly erased_at: string | null; readonly compacted_at: string | null } | undefined;

function stateOf({ status }: DestructionState, done: Done): RunState {
  if (status === 'refused') return 'refused';
  if (done?.compacted_at) return 'compacted';
  if (done?.erased_at) return 'erased';
  return status === 'proposed' ? 'proposed' : 'ordered';
}

export function countsOf(items: readonly ListedItem[]): DestructionRun['counts'] {
  const groups = Map.groupBy(items, ({ recordClass }) => recordClass);
  return [...groups].map(([recordClass, group]) => ({ recordClass, records: group.length }));
}

/** The holds of these streams, or all of them. */
export async function viewHolds(db: Reader, ids?: readonly string[]): Promise<Hold[]> {
  const names = await namesOf(db);
  const rows = await db
    .selectFrom('holds')
    .leftJoin('applications', 'applications.id', 'holds.stream_id')
    .selectAll('holds')
    .select('applications.application_no')
    .$if(ids !== undefined, (query) => query.where('stream_id', 'in', [...(ids ?? [])]))
    .orderBy('placed_at')
    .execute();
  return rows.map((row) => ({
    subject: { kind: row.stream_kind === 'consumer' ? 'consumer' : 'application', id: row.stream_id },
    label: row.application_no ?? 'Tüketici kartı ve bütün başvuruları',
    reason: row.reason,
    reference: row.reference,
    placed: { name: names(row.placed_by), at: row.placed_at },
  }));
}
