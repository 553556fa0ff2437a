import { z } from 'zod';
import { entrySchema } from '../ledger/entry.ts';
import { consumerEntries } from '../ledger/other-entries.ts';
import { isStorable } from '../text/storable.ts';

/**
 * The wire between a counter and the CRM gateway. Every request carries `Authorization: Bearer <branch API key>`;
 * the key decides the branch. Anyone's gateway that keeps to it can stand in for the reference one.
 */

/** Most entries in one push or one page; a counter sends its backlog in slices of this size. */
export const maxBatch = 500;

export const logHeadSchema = z.strictObject({
  log: z.uuid(),
  /** 0 where the gateway has nothing of this log. */
  seq: z.int().nonnegative(),
  hash: z.string(),
});

/** `POST /v1/logs/:log/entries`: a contiguous slice; entries that the gateway holds already are passed over. */
export const pushRequestSchema = z.strictObject({ entries: z.array(entrySchema).min(1).max(maxBatch) });
/** The head after the push: what the gateway has made durable. */
export const pushReplySchema = z.strictObject({ head: logHeadSchema, accepted: z.int().nonnegative() });

/**
 * `POST /v1/returned`: what the caller holds of logs that are not its own, where it has noticed that the gateway was
 * restored from an old backup. Entries are no slice here: each is judged by its own seal. Those that the gateway
 * holds, that are another branch's or whose seal does not hold are passed over, so anything may be sent again.
 */
export const returnRequestSchema = z.strictObject({ entries: z.array(entrySchema).min(1).max(maxBatch) });
/** How many of them the gateway had not held and has made durable now. */
export const returnReplySchema = z.strictObject({ taken: z.int().nonnegative() });

/** `GET /v1/logs/:log/entries?after=<seq>&limit=`: a log's own entries back, for a store restored from a backup. */
export const logPageSchema = z.strictObject({ entries: z.array(entrySchema), head: logHeadSchema });

/**
 * `GET /v1/feed?after=<cursor>&limit=&exceptLog=<log>`: what this branch needs, in the order of arrival.
 * `exceptLog` leaves out the caller's own entries. The cursor is the gateway's own text, '' for the beginning; an
 * entry never appears before a cursor that was already handed out. A gateway that does not know a cursor, since it
 * was restored from an old backup, begins again: entries are known by id, so repeats do no harm.
 */
export const feedPageSchema = z.strictObject({
  entries: z.array(entrySchema),
  /** Where to go on from: past this page and the entries that `exceptLog` left out. `after` where nothing came. */
  next: z.string().max(100),
  /** More is waiting right now. */
  hasMore: z.boolean(),
  /** `after` was not known and the page begins at the beginning: the gateway may have lost what it was told. */
  isRestart: z.boolean(),
});

/** `GET /v1/consumers?query=`: by identity number, phone, installation number or name; at most 20. */
export const consumerCardSchema = z.strictObject({
  /** The consumer's stream; whoever registers for them keeps it. */
  id: z.string().min(1).max(80).refine(isStorable),
  /** As it is kept where somebody registers for them; of a newer CRM perhaps of a kind that is not known here. */
  ...consumerEntries['consumer.recorded'].shape,
  kind: z.string(),
});
export const consumerPageSchema = z.strictObject({ consumers: z.array(consumerCardSchema) });

/** `GET /health`, without a key. */
export const healthSchema = z.strictObject({
  status: z.enum(['ok', 'degraded']),
  /** Why it is degraded. Whoever watches the gateway sends somebody to its outbox page for the SMS. */
  reasons: z.array(z.enum(['database', 'sms_blocked', 'sms_uncertain', 'sms_delayed'])),
  version: z.string(),
  database: z.enum(['postgresql', 'pglite']),
  time: z.iso.datetime(),
});

/** Every refusal of the gateway. */
export const gatewayErrorCodes = [
  'invalid_input',
  'unknown_key',
  'other_branch',
  /** The slice does not begin right above the head: ask for the head and send again. */
  'hole',
  /** The same seq with another hash: two histories of one log. */
  'fork',
  /** Hash, link or digest do not verify. */
  'broken_chain',
  /** An application from outside breaks rules; `fields` says which. */
  'not_acceptable',
  /** The intake key is not for this channel. */
  'other_channel',
  /** The `Idempotency-Key` came with another body before. */
  'key_reused',
  /** No branch is named for the premises; an operator of the gateway has to do that. */
  'no_branch',
  /** The bytes of an attachment have another SHA-256 than its entry says; they were dropped. */
  'wrong_content',
  'too_many_requests',
  'not_found',
  'internal',
] as const;
export const gatewayErrorSchema = z.strictObject({
  error: z.strictObject({
    code: z.enum(gatewayErrorCodes),
    message: z.string(),
    fields: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
    /** With `hole` and `fork`: the head that the gateway holds. */
    head: logHeadSchema.optional(),
  }),
});

export type PushRequest = z.infer<typeof pushRequestSchema>;
export type PushReply = z.infer<typeof pushReplySchema>;
export type ReturnReply = z.infer<typeof returnReplySchema>;
export type LogPage = z.infer<typeof logPageSchema>;
export type FeedPage = z.infer<typeof feedPageSchema>;
export type ConsumerCard = z.infer<typeof consumerCardSchema>;
export type ConsumerPage = z.infer<typeof consumerPageSchema>;
export type Health = z.infer<typeof healthSchema>;
export type GatewayError = z.infer<typeof gatewayErrorSchema>;
