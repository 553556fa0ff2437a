import { z } from 'zod';
import { languageTag, publishedTextSchema, textKinds } from '../rules/texts.ts';
import { command, query } from './define.ts';
import { line, nothing, text } from './fields.ts';

const codeField = z
  .string('Metnin kodu yazılmalı.')
  .regex(
    /^[a-z][a-z0-9_]{2,59}$/,
    'Kod küçük harf, rakam ve alt çizgiden oluşmalı, en az üç karakter olmalı.',
  );
const languageField = z.string('Dil seçilmeli.').pipe(languageTag);
const dayField = z.iso.date({ error: 'Gün gg.aa.yyyy olarak yazılmalı.' });

/** A version as it is written: the number is given when it is published. */
const editedText = z.strictObject({
  code: codeField,
  kind: z.enum(textKinds, 'Metnin türü seçilmeli.'),
  language: languageField,
  title: line(200, 'Başlık yazılmalı.'),
  purposeCode: text(40).pipe(
    z.string().regex(/^([a-z][a-z0-9_]*)?$/, 'Amaç kodu küçük harf, rakam ve alt çizgiden oluşmalı.'),
  ),
  purpose: text(500, 'Amaç yazılmalı.'),
  dataCategories: z
    .array(line(200), 'Veri kategorileri yazılmalı.')
    .max(40, 'En çok 40 veri kategorisi yazılabilir.'),
  legalGrounds: z
    .array(line(200), 'Hukuki sebep yazılmalı.')
    .min(1, 'Hukuki sebep yazılmalı.')
    .max(40, 'En çok 40 hukuki sebep yazılabilir.'),
  validFrom: dayField,
  validTo: dayField.nullable(),
  draft: z.boolean('Taslak olup olmadığı seçilmeli.'),
  body: z
    .array(line(4000, 'Boş paragraf olamaz.'), 'Metin yazılmalı.')
    .min(1, 'Metin yazılmalı.')
    .max(100, 'En çok 100 paragraf yazılabilir.'),
});

/** How a version stands today. `replaced`: another took its place before it began. */
export const textStandings = ['in_force', 'coming', 'past', 'replaced', 'ended'] as const;
export type TextStanding = (typeof textStandings)[number];

const versionLine = z.strictObject({
  version: z.int(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  draft: z.boolean(),
});

const textRow = z.strictObject({
  code: z.string(),
  kind: z.enum(textKinds),
  language: z.string(),
  /** Of the version in force, or else of the latest. */
  title: z.string(),
  inForce: versionLine.nullable(),
  next: versionLine.nullable(),
  versions: z.int().positive(),
});
export type TextRow = z.infer<typeof textRow>;

const versionSchema = z.strictObject({
  text: publishedTextSchema,
  standing: z.enum(textStandings),
  /** Null for one that was shipped. */
  publishedAt: z.iso.datetime().nullable(),
  publishedBy: z.string().nullable(),
});
export type VersionOfText = z.infer<typeof versionSchema>;

const administrator = ['administrator'] as const;

/** Notices and consents: versions that are published and never changed. */
export const textContract = {
  'text.list': query({
    access: administrator,
    topics: ['settings'],
    input: nothing,
    output: z.strictObject({ texts: z.array(textRow) }),
  }),
  /** Every version of one, the latest first. */
  'text.history': query({
    access: administrator,
    topics: ['settings'],
    input: z.strictObject({ code: codeField, language: languageField }),
    output: z.strictObject({ versions: z.array(versionSchema) }),
  }),
  /** The very text that a record points at, rendered again from its bytes; null where none has that hash. */
  'text.version': query({
    access: 'signed_in',
    topics: ['settings'],
    input: z.strictObject({
      code: z.string('Metin seçilmedi.').min(1, 'Metin seçilmedi.').max(80, 'Metnin kodu çok uzun.'),
      version: z.int('Sürüm yazılmalı.').positive('Sürüm 1 veya daha büyük olmalı.'),
      hash: z.string('Özet yazılmalı.').min(1, 'Özet yazılmalı.').max(200, 'Özet çok uzun.'),
    }),
    output: z.strictObject({
      found: z
        .strictObject({
          text: publishedTextSchema,
          /** Digested anew from the text that is shown. */
          hashNow: z.string(),
          bytes: z.int().positive(),
        })
        .nullable(),
    }),
  }),
  /** A version for good. One that has not begun yet is replaced by another that begins on its day. */
  'text.publish': command({
    access: administrator,
    authority: 'branch',
    input: z.strictObject({
      text: editedText,
      /** The latest version that the writer saw; 0 for a new text. */
      after: z.int('Sürüm yazılmalı.').nonnegative('Sürüm 0 veya daha büyük olmalı.'),
    }),
    output: z.strictObject({ version: z.int(), hash: z.string() }),
  }),
} as const;
