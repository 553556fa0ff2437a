import { z } from 'zod';
import { audiences } from '../../../src-shared/contract/define.ts';
import { failureSchema } from '../../../src-shared/contract/errors.ts';
import {
  feedPageSchema,
  logHeadSchema,
  logPageSchema,
  maxBatch,
  pushReplySchema,
  returnReplySchema,
} from '../../../src-shared/contract/gateway.ts';
import { deskSchema } from '../../../src-shared/contract/session.ts';
import { fingerprintSchema } from '../../../src-shared/ledger/branch-entries.ts';
import { entrySchema } from '../../../src-shared/ledger/entry.ts';

/** What the PCs of a branch say to each other, above the LAN's requests and pushes. Older and newer ones read it. */

export const addressSchema = z.object({
  host: z.string().min(1).max(60),
  port: z.int().min(1).max(65_535),
});
const addresses = z.array(addressSchema).max(16);

/** Said by both sides first: who may be hub, and where each could be found if it were. */
export const helloSchema = z.object({
  addresses,
  /** Of the streams `branch` and `pc`: few, and what trust and authority follow from. */
  entries: z.array(entrySchema).max(2_000),
});
export const helloBackSchema = helloSchema.extend({
  /** Of the others of the branch, for the day when one of them is the hub. */
  others: z.array(z.object({ fingerprint: fingerprintSchema, addresses })).max(200),
});

/** What a PC needs before its first exchange. */
export const joinSchema = z.object({
  /** 0 asks for a free one. */
  workstationNo: z.int().min(0).max(99),
});
export const joinBackSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('welcome'),
    branchCode: z.string().min(1).max(20),
    workstationNo: z.int().min(1).max(99),
    isSample: z.boolean(),
    /** The branch's documents and people, and which PCs it has. */
    entries: z.array(entrySchema),
    crm: z.object({ url: z.string(), apiKey: z.string() }).nullable(),
  }),
  z.object({ kind: z.literal('number_taken'), free: z.int().min(1).max(99).nullable() }),
]);

/** Password and PIN hashes, so that everybody can sign in at every PC also while the hub is lost. */
export const credentialsSchema = z.object({
  credentials: z.array(z.object({ userId: z.string(), passwordHash: z.string(), pinHash: z.string() })),
});

/** A command of authority `branch`, with who gives it as their PC vouches for it. */
export const callSchema = z.object({
  method: z.string().max(80),
  commandId: z.string(),
  input: z.json(),
  audience: z.enum(audiences),
  session: z.object({ userId: z.string(), desk: deskSchema.nullable() }).nullable(),
  screen: z.object({ id: z.string().min(1).max(80), roomCode: z.string().nullable() }).nullable(),
  /** The log of the PC at whose printer the paper is to come out. */
  printsAt: z.uuid(),
});
export type PassedCall = z.infer<typeof callSchema>;
export const callBackSchema = z.union([
  z.object({ ok: z.literal(true), value: z.json() }),
  z.object({ ok: z.literal(false), error: failureSchema }),
]);

export const ledgerAsks = {
  head: z.object({ log: z.uuid() }),
  push: z.object({ log: z.uuid(), entries: z.array(entrySchema).min(1).max(maxBatch) }),
  giveBack: z.object({ entries: z.array(entrySchema).max(maxBatch) }),
  logPage: z.object({ log: z.uuid(), after: z.int().nonnegative(), limit: z.int().min(1).max(maxBatch) }),
  feed: z.object({
    after: z.string().max(100),
    limit: z.int().min(1).max(maxBatch),
    exceptLog: z.uuid().nullable(),
  }),
} as const;

const refused = z.object({
  ok: z.literal(false),
  failure: z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['hole', 'fork']), head: logHeadSchema }),
    z.object({ kind: z.literal('rejected'), code: z.string() }),
  ]),
});
const given = <T extends z.ZodType>(value: T) => z.union([z.object({ ok: z.literal(true), value }), refused]);

export const ledgerAnswers = {
  head: given(logHeadSchema),
  push: given(pushReplySchema),
  giveBack: given(returnReplySchema),
  logPage: given(logPageSchema),
  feed: given(feedPageSchema),
} as const;
export type LedgerPath = keyof typeof ledgerAsks;

/**
 * How far the hub may count before this PC has taken a higher bound: whoever takes over goes on above it, so that
 * no number is given twice although its ticket never arrived here.
 */
export const boundsSchema = z.object({
  id: z.string(),
  serviceDay: z.iso.date(),
  upTo: z.record(z.string(), z.int().nonnegative()),
});
export type Bounds = z.infer<typeof boundsSchema>;
export const boundsTakenSchema = boundsSchema.pick({ id: true });
export const boundsTakenBackSchema = z.object({ isGranted: z.boolean() });

/** The hub lets no command of the branch through for a moment, and says up to where its ledger reaches by then. */
export const stepDownBackSchema = z.object({ cursor: z.string().max(100) });

/** What the hub tells without being asked. */
export const pushSchema = z.discriminatedUnion('kind', [
  /** What was just committed there, for whoever has read the feed up to `after`. */
  z.object({
    kind: z.literal('entries'),
    after: z.string(),
    next: z.string(),
    entries: z.array(entrySchema),
  }),
  /** Too much for a message: read the feed. */
  z.object({ kind: z.literal('more') }),
  z.object({ kind: z.literal('bounds'), bounds: boundsSchema }),
  z.object({ kind: z.literal('credentials') }),
  /** Another PC is to be found somewhere new: say hello again to learn where. */
  z.object({ kind: z.literal('greet') }),
]);
export type HubPush = z.infer<typeof pushSchema>;
