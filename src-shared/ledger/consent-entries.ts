import { z } from 'zod';
import { flatSignatureSchema } from '../rules/flat-signature.ts';

export const consentDecisions = ['accepted', 'refused'] as const;
export const consentMethods = ['on_screen', 'tablet', 'wet_signature'] as const;
/** By which way a withdrawal reached us: at any desk, or from outside (KVKK md. 11; as easily as it was given). */
export const withdrawalChannels = ['desk', 'telephone', 'email', 'letter'] as const;
/**
 * The cases of KVKK md. 6/3, as amended by law 7499 (in force since 1 June 2024), by which special-category data may be
 * processed, in its order.
 */
export const specialBases = [
  'consent',
  'law',
  'impossibility',
  'made_public',
  'right',
  'health_duty',
  'employment_duty',
  'foundation',
] as const;
export const reviewOutcomes = ['erase', 'keep'] as const;

const word = z.string().min(1).max(200);
const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Exactly which text was put before somebody, and what it asks. */
const asked = {
  consentId: z.uuid(),
  textCode: word,
  textVersion: z.int().positive(),
  textHash: word,
  language: z.string().min(2).max(10),
  purposeCode: z.string().max(200),
  dataCategories: z.array(word).max(40),
};

/** Nothing at all while no timestamp server has answered: local time never stands in for one. */
const timestamp = z.union([z.literal('pending'), z.iso.datetime()]);

/**
 * On the stream of the application that the consent was given for. A consent is one text's one question, answered
 * once: who decides otherwise later gives another one, or withdraws.
 */
export const consentEntries = {
  /** A sheet to be signed by hand was made; its barcode names the consent that it will be. */
  'consent.printed': z.strictObject({ ...asked, sheetCode: word }),
  'consent.decided': z.strictObject({
    ...asked,
    decision: z.enum(consentDecisions),
    method: z.enum(consentMethods),
    /** The shape alone: no time, pressure or speed (KVKK Kurul 2020/649); null where none was asked or it is on paper. */
    signature: flatSignatureSchema.nullable(),
  }),
  'consent.withdrawn': z.strictObject({
    consentId: z.uuid(),
    channel: z.enum(withdrawalChannels),
    note: z.string().max(2000),
  }),
  /** The sheet of a consent that was signed on glass, sealed and kept as a file of the application. */
  'consent.sealed': z.strictObject({
    consentId: z.uuid(),
    attachmentId: z.uuid(),
    sha256: hash,
    timestamp,
  }),
  /** The timestamp came later: these bytes stand in the place of the earlier ones. */
  'consent.timestamped': z.strictObject({
    consentId: z.uuid(),
    attachmentId: z.uuid(),
    sha256: hash,
    timestamp: z.iso.datetime(),
  }),
  'consent.scanned': z.strictObject({ consentId: z.uuid(), attachmentId: z.uuid() }),
  /** By which case of KVKK md. 6/3 special-category data of this application may be processed. */
  'special.grounded': z.strictObject({
    basis: z.enum(specialBases),
    consentId: z.uuid().nullable(),
    note: z.string().max(2000),
  }),
  /** Closes the review that a withdrawal opens (KVKK md. 7). */
  'consent.reviewed': z.strictObject({
    consentId: z.uuid(),
    outcome: z.enum(reviewOutcomes),
    /** Why it is kept, or by what it is erased. */
    ground: z.string().min(1).max(300),
    note: z.string().max(2000),
  }),
} as const;
