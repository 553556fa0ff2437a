import { type DestructionState, foldDestruction } from '../../../../src-shared/ledger/reduce-destruction.ts';
import { entriesOfStream, type Reader } from '../../ledger/entries.repo.ts';

export function runStream(id: string) {
  return { kind: 'destruction', id };
}

export async function runById(db: Reader, id: string): Promise<DestructionState | undefined> {
  return foldDestruction(await entriesOfStream(db, runStream(id)));
}

/** A few a year; the newest first. */
export async function allRuns(db: Reader): Promise<readonly DestructionState[]> {
  const rows = await db
    .selectFrom('entries')
    .select('stream_id')
    .distinct()
    .where('stream_kind', '=', 'destruction')
    .execute();
  const runs: DestructionState[] = [];
  for (const { stream_id: id } of rows) {
    const run = await runById(db, id);
    if (run !== undefined) runs.push(run);
  }
  return runs.toSorted((a, b) => (a.proposal.at < b.proposal.at ? 1 : -1));
}

/** Neither refused nor carried out. */
export function isOpenRun({ status }: DestructionState): boolean {
  return status === 'proposed' || status === 'approved';
}
