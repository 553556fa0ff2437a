import { z } from 'zod';

const word = z.string().min(1).max(200);
const sentence = z.string().min(1).max(500);

/** Written on the stream of what is held: an application or a consumer. Whatever else happens, it is not destroyed. */
export const holdEntries = {
  'hold.placed': z.strictObject({
    reason: sentence,
    /** Of the court, the prosecutor or the audit that needs it. */
    reference: z.string().max(100),
  }),
  'hold.lifted': z.strictObject({ reason: sentence }),
} as const;

/** Ids of one entry stay few enough to be exchanged and shown. */
export const idsPerListing = 500;

const listedClass = z.strictObject({
  recordClass: word,
  amount: z.int().positive(),
  unit: word,
  legalBasis: z.string().max(300),
});

/**
 * One run of destruction, on a stream of its own: proposed, approved by two people, carried out. Nothing in it is
 * personal data: it is kept for longer than what it destroys.
 */
export const destructionEntries = {
  'destruction.proposed': z.strictObject({
    /** The half-yearly run, or the erasure that a person has asked for (KVKK md. 7, md. 11). */
    reason: z.enum(['periodic', 'request']),
    /** The application by which the person asked. */
    requestId: word.nullable(),
    /** Periods are judged as of this moment. */
    asOf: z.iso.datetime(),
    /** Those in force then, of what is listed. */
    classes: z.array(listedClass),
    /** More is due than one run takes. */
    hasMore: z.boolean(),
    /** Of a person's request: what has to stay, and until when where that is known. */
    kept: z.array(
      z.strictObject({ recordClass: word, count: z.int().positive(), until: z.iso.datetime().nullable() }),
    ),
  }),
  /** What it is to destroy; as many of these as it takes. */
  'destruction.listed': z.strictObject({
    recordClass: word,
    /** Of streams; `entry` where `ids` are those of single entries. */
    kind: z.string().min(1).max(40),
    ids: z.array(z.string().min(1).max(80)).min(1).max(idsPerListing),
    /** Only entries that sort before it; null for all that were there when it was carried out. */
    before: word.nullable(),
  }),
  'destruction.takenOut': z.strictObject({ kind: word, id: word, reason: sentence }),
  'destruction.approved': z.strictObject({}),
  'destruction.refused': z.strictObject({ reason: sentence }),
  /** The order by which every database erases what is listed, but for what is taken out or left. */
  'destruction.carriedOut': z.strictObject({
    /** Held or changed since it was proposed. */
    left: z.array(z.strictObject({ kind: word, id: word, why: z.enum(['held', 'changed']) })),
    counts: z.array(
      z.strictObject({ recordClass: word, records: z.int().nonnegative(), entries: z.int().nonnegative() }),
    ),
    /** Over what is destroyed (`orderText`): a database that makes another list of it has not got everything yet. */
    orderDigest: word,
    /** Over the hashes of the entries that were erased, in order: they stay in the chain. */
    entriesDigest: word,
    /** Where the writer's log stood. */
    head: z.strictObject({ log: word, seq: z.int().nonnegative(), hash: word }),
  }),
} as const;
