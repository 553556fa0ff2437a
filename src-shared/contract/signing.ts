import { z } from 'zod';
import { flatSignatureSchema } from '../rules/flat-signature.ts';
import { command, query } from './define.ts';
import { done, idSchema, nothing } from './fields.ts';

const deskRoles = ['clerk', 'supervisor', 'administrator'] as const;
/** Who reads and signs: the consumer, at a screen of this PC, or at the clerk's own turned round. */
const both = { access: deskRoles, audience: ['staff', 'signer'] } as const;

export const signingPlaces = ['this_screen', 'second_window', 'tablet'] as const;
export type SigningPlace = (typeof signingPlaces)[number];
/** Screens that are let in by a key of their own. */
export const pairedPlaces = ['second_window', 'tablet'] as const;
export type PairedPlace = (typeof pairedPlaces)[number];

export const pairedStates = ['none', 'waiting', 'paired'] as const;

export const signingStages = ['waiting', 'reading', 'signing', 'done', 'given_up'] as const;
export type SigningStage = (typeof signingStages)[number];
export const signatureStates = ['not_needed', 'needed', 'given'] as const;
export const actKinds = ['notice', 'consent'] as const;
export const actAnswers = ['informed', 'accepted', 'refused'] as const;
export type ActAnswer = (typeof actAnswers)[number];

const answerField = z.enum(actAnswers, 'Yanıt seçilmeli.');

/** How far somebody is with one text; nothing is preselected. */
const actStanding = z.strictObject({
  actId: z.string(),
  kind: z.enum(actKinds),
  title: z.string(),
  /** How much of it has been on the screen, 0 to 1. */
  readShare: z.number().min(0).max(1),
  answer: z.enum(actAnswers).nullable(),
});

const followedSchema = z.strictObject({
  signingId: z.string(),
  applicationId: z.string(),
  applicationNo: z.string(),
  where: z.enum(signingPlaces),
  stage: z.enum(signingStages),
  acts: z.array(actStanding),
  signature: z.enum(signatureStates),
});
export type FollowedSigning = z.infer<typeof followedSchema>;

/** What stands before the consumer: the texts and nothing of the application. */
const shownSchema = z.strictObject({
  signingId: z.string(),
  language: z.string(),
  stage: z.enum(signingStages),
  acts: z.array(
    z.strictObject({
      actId: z.string(),
      kind: z.enum(actKinds),
      title: z.string(),
      purpose: z.string(),
      dataCategories: z.array(z.string()),
      legalGrounds: z.array(z.string()),
      version: z.int().positive(),
      body: z.array(z.string()),
      answer: z.enum(actAnswers).nullable(),
    }),
  ),
  signature: z.enum(signatureStates),
});
export type ShownSigning = z.infer<typeof shownSchema>;

const signingId = idSchema;

/**
 * One consumer before one screen: transient, in this PC's memory. Only what comes of it is written, in one unit of
 * work, when it is handed in (`signing.submit`).
 */
export const signingContract = {
  /** Puts the texts that this application asks for on the consumer's screen; the one that was there is given up. */
  'signing.start': command({
    access: deskRoles,
    input: z.strictObject({
      applicationId: idSchema,
      language: z.string('Dil seçilmeli.').min(2, 'Dil seçilmeli.').max(10, 'Dil kodu çok uzun.'),
      where: z.enum(signingPlaces, 'Nerede imzalanacağı seçilmeli.'),
      /** Which texts; null for those that the application asks for and that nobody has answered yet. */
      textCodes: z.array(idSchema).max(10, 'En çok 10 metin seçilebilir.').nullable().default(null),
    }),
    output: z.strictObject({ signingId: z.string() }),
  }),
  /** Of this window: what the clerk follows. `done` and `given_up` stay until the next one or `signing.finish`. */
  'signing.state': query({
    access: deskRoles,
    topics: ['signings'],
    input: nothing,
    output: z.strictObject({
      signing: followedSchema.nullable(),
      /** Whether a screen of that kind is let in; `waiting` until it has come for the first time. */
      paired: z.strictObject({ second_window: z.enum(pairedStates), tablet: z.enum(pairedStates) }),
    }),
  }),
  'signing.cancel': command({ access: deskRoles, input: z.strictObject({ signingId }), output: done }),
  /** After the thanks the screen goes blank. */
  'signing.finish': command({ ...both, input: z.strictObject({ signingId }), output: done }),
  'signing.current': query({
    ...both,
    topics: ['signings'],
    input: nothing,
    output: shownSchema.nullable(),
  }),
  /** Not written down: it is for the clerk who follows it. */
  'signing.progress': command({
    ...both,
    input: z.strictObject({
      signingId,
      actId: idSchema,
      readShare: z
        .number('Okunan pay sayı olmalı.')
        .min(0, 'Okunan pay 0 ile 1 arasında olmalı.')
        .max(1, 'Okunan pay 0 ile 1 arasında olmalı.'),
    }),
    output: done,
  }),
  /** May be changed until it is handed in. */
  'signing.answer': command({
    ...both,
    input: z.strictObject({ signingId, actId: idSchema, answer: answerField }),
    output: done,
  }),
  /** Every act has its answer: one `notice.given` for each notice, one `consent.decided` for each consent. */
  'signing.submit': command({
    ...both,
    input: z.strictObject({ signingId, signature: flatSignatureSchema.nullable() }),
    output: z.strictObject({ consentIds: z.array(z.string()) }),
  }),
  /**
   * Lets one screen in, in the place of the one that was. Its page is opened with the key behind `#` within ten minutes;
   * the core keeps the hash alone, until `signing.unpair`.
   */
  'signing.pair': command({
    access: deskRoles,
    input: z.strictObject({ place: z.enum(pairedPlaces).default('tablet') }),
    output: z.strictObject({ code: z.string(), url: z.string() }),
  }),
  /** Cuts it off at once. */
  'signing.unpair': command({
    access: deskRoles,
    input: z.strictObject({ place: z.enum(pairedPlaces).default('tablet') }),
    output: done,
  }),
} as const;
