import { loadavg } from 'node:os';

/** One measured figure beside its baseline of the same run, printed as one JSON line. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The same unit; null where nothing plainer does the same. */
  readonly baseline: number | null;
  readonly baselineName?: string;
  readonly n?: number;
  readonly mean?: number;
  readonly p50?: number;
  readonly p99?: number;
  readonly baselineP50?: number;
  readonly baselineP99?: number;
  /** Of the processor alone, in ms: what is left of `p99` when other programs take the machine. */
  readonly cpuP99?: number;
  /** Where value and baseline are not of one kind, what the ratio is of. */
  readonly ratioOf?: 'p50';
  /** In the ratio's or the value's terms; see `targetOf`. */
  readonly target?: number;
  readonly targetOf?: 'ratio' | 'value';
  /** Where more is better; the others are met at most at their target. */
  readonly isAtLeast?: true;
  readonly note?: string;
};

export function print(figure: Figure): void {
  const { baseline, target, targetOf = 'value' } = figure;
  const compared = figure.ratioOf === 'p50' ? (figure.p50 ?? figure.value) : figure.value;
  const ratio = baseline === null || baseline === 0 ? null : compared / baseline;
  const judged = targetOf === 'ratio' ? ratio : figure.value;
  const met =
    target === undefined || judged === null
      ? undefined
      : figure.isAtLeast === true
        ? judged >= target
        : judged <= target;
  // Figures taken on a busy machine say so.
  const load = loadavg()[0] ?? 0;
  const line = { ...figure, ratio, ...(met === undefined ? {} : { met }), load };
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

export type Took = { readonly millis: number; readonly cpuMillis: number };

/** By the clock, and of this process's processor time. */
export async function took(run: () => unknown): Promise<Took> {
  const cpu = process.cpuUsage();
  const millis = await timed(run);
  const { user, system } = process.cpuUsage(cpu);
  return { millis, cpuMillis: (user + system) / 1000 };
}

/** Milliseconds that `run` took. */
export async function timed(run: () => unknown): Promise<number> {
  const before = performance.now();
  await run();
  return performance.now() - before;
}
