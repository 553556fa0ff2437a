import { z } from 'zod';

/** What a test and the process of a desk's PC tell each other. */
export const deskPcArgsSchema = z.object({
  identityFile: z.string(),
  /** Null looks for the hub by name. */
  address: z.object({ host: z.string(), port: z.int() }).nullable(),
  code: z.string(),
  deskNo: z.int(),
});
export type DeskPcArgs = z.infer<typeof deskPcArgsSchema>;

/** Takes that many numbers first, then calls and finishes that many. */
export const workSchema = z.object({
  issues: z.int().nonnegative(),
  calls: z.int().nonnegative(),
  /** Presses again, with the same commandId, for as long as the hub is not reached. */
  isPatient: z.boolean(),
  /** Between two visitors, up to twice as long. */
  restMillis: z.int().nonnegative(),
});
export type Work = z.infer<typeof workSchema>;

export const roundSchema = z.object({
  /** The labels that it called, in order. */
  called: z.array(z.string()),
  /** From the key to the answer, of each call. */
  millis: z.array(z.number()),
  /** From the hub's writing of a call down to its arrival here, of each call of any desk meanwhile. */
  announced: z.array(z.number()),
  /** The code of each refusal. */
  refusals: z.array(z.string()),
});
export type Round = z.infer<typeof roundSchema>;

/** What it says without being asked. */
export const stateSchema = z.object({
  state: z.enum(['connecting', 'connected', 'unreachable', 'not_trusted']),
});
export type State = z.infer<typeof stateSchema>['state'];

/** Of the answer to a call, what the desk goes on with. */
export const calledSchema = z.object({ ticket: z.object({ id: z.string(), label: z.string() }) });

/** Of what the hub announces, what is measured; reading all of it would take the machine from the hub. */
export const newsSchema = z.object({
  entries: z.array(z.object({ type: z.string(), at: z.iso.datetime() })),
});
