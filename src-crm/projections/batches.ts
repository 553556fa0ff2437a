const batchSize = 1_000;

/** Slices small enough for PostgreSQL's 65,535 parameters in one statement. */
export function* inBatches<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += batchSize) yield rows.slice(from, from + batchSize);
}
