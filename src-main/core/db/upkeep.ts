import type Database from 'better-sqlite3';
import type { Clock } from '../ports.ts';

export type Upkeep = {
  /** Something was committed. */
  readonly wrote: () => void;
  readonly stop: () => void;
};

/** Nobody has saved anything for so long: the store may be tidied without a clerk waiting for it. */
export const quietMillis = 1_000;
/** Pages of the search index that one step merges; a step takes a few milliseconds. */
const pagesPerStep = 200;
const searchTables = ['application_search', 'consumer_search'] as const;

/**
 * Moves the two chores that SQLite would do inside a commit to a moment when nobody waits: merging the search
 * index and copying the write-ahead log into the store. Both are only put off, never given up: the open store
 * still does them itself when they are long overdue.
 */
export function createUpkeep(
  raw: Database.Database,
  clock: Clock,
  onError: (error: unknown) => void,
): Upkeep {
  let cancelTimer = () => {};

  function later(millis: number): void {
    cancelTimer();
    cancelTimer = clock.after(millis, run);
  }

  function run(): void {
    try {
      if (raw.inTransaction) later(quietMillis);
      else if (mergeStep(raw)) later(0);
      else raw.pragma('wal_checkpoint(passive)');
    } catch (error) {
      onError(error);
    }
  }

  return { wrote: () => later(quietMillis), stop: () => cancelTimer() };
}

/** Merges everything at once; for whoever has written a great deal and can wait. */
export function mergeSearch(raw: Database.Database): void {
  while (mergeStep(raw));
}

/** One step over each search index; false where there was nothing to merge. */
function mergeStep(raw: Database.Database): boolean {
  const changes = raw.prepare('select total_changes()').pluck();
  let hasMerged = false;
  for (const table of searchTables) {
    const before = Number(changes.get());
    // FTS5 wants an integer, and a plain number would be bound as a real one.
    raw.prepare(`insert into ${table}(${table}, rank) values ('merge', ?)`).run(BigInt(pagesPerStep));
    // By FTS5's documentation: fewer than two changes say that nothing was merged.
    if (Number(changes.get()) - before >= 2) hasMerged = true;
  }
  return hasMerged;
}
