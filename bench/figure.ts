/** One measured figure beside its baseline of the same run, printed as one JSON line. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The same unit; null where nothing plainer does the same. */
  readonly baseline: number | null;
  readonly baselineName?: string;
  readonly n?: number;
  readonly p50?: number;
  readonly p99?: number;
  readonly baselineP50?: number;
  readonly baselineP99?: number;
  /** In the ratio's or the value's terms; see `targetOf`. */
  readonly target?: number;
  readonly targetOf?: 'ratio' | 'value';
  readonly note?: string;
};

export function print(figure: Figure): void {
  const { value, baseline, target, targetOf = 'value' } = figure;
  const ratio = baseline === null || baseline === 0 ? null : value / baseline;
  const judged = targetOf === 'ratio' ? ratio : value;
  const met = target === undefined || judged === null ? undefined : judged <= target;
  const line = { ...figure, ratio, ...(met === undefined ? {} : { met }) };
  console.log(JSON.stringify(line, (_, item: unknown) => (typeof item === 'number' ? rounded(item) : item)));
}

/** What goes on, for a person who waits; figures alone stand on standard output. */
export function tell(text: string): void {
  console.error(`# ${text}`);
}

function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

/** Milliseconds that `run` took. */
export async function timed(run: () => unknown): Promise<number> {
  const before = performance.now();
  await run();
  return performance.now() - before;
}
