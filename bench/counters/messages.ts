import { z } from 'zod';

/** Between the benchmark and its processes of counters: a line of JSON each. */
export const counterSchema = z.object({
  log: z.uuid(),
  branch: z.string(),
  apiKey: z.string(),
  workstationNo: z.int(),
  seed: z.int(),
});
export const jobSchema = z.object({ url: z.url(), counters: z.array(counterSchema) });

export const orderSchema = z.discriminatedUnion('kind', [
  /** Round after round for so long, with so long a rest between two rounds in the middle. */
  z.object({ kind: z.literal('work'), seconds: z.number(), restMillis: z.number() }),
  /** Nobody pushes any more: take what is left of the feed and say what came. */
  z.object({ kind: z.literal('settle') }),
]);

export const workedSchema = z.object({
  pushMillis: z.array(z.number()),
  pullMillis: z.array(z.number()),
  pushed: z.int(),
  pulled: z.int(),
  /** Requests that were not answered well; they were sent again. */
  failures: z.array(z.string()),
});

/** How many, and a digest over their ids in the order of their places: equal where the same came once each. */
export const tallySchema = z.object({ log: z.uuid(), count: z.int(), digest: z.string() });
export const settledSchema = z.object({
  counters: z.array(
    z.object({ log: z.uuid(), branch: z.string(), pushed: tallySchema, received: z.array(tallySchema) }),
  ),
});

export type CounterArgs = z.infer<typeof counterSchema>;
export type Order = z.infer<typeof orderSchema>;
export type Worked = z.infer<typeof workedSchema>;
export type Settled = z.infer<typeof settledSchema>;
export type Tally = z.infer<typeof tallySchema>;

export function emptyWorked(): Worked {
  return { pushMillis: [], pullMillis: [], pushed: 0, pulled: 0, failures: [] };
}

export function sumOf(each: readonly Worked[]): Worked {
  return each.reduce(
    (sum, worked) => ({
      pushMillis: sum.pushMillis.concat(worked.pushMillis),
      pullMillis: sum.pullMillis.concat(worked.pullMillis),
      pushed: sum.pushed + worked.pushed,
      pulled: sum.pulled + worked.pulled,
      failures: sum.failures.concat(worked.failures),
    }),
    emptyWorked(),
  );
}
