import { z } from 'zod';
import { attachmentKinds, attachmentLimits } from '../rules/attachment.ts';
import { command, query } from './define.ts';
import { done, idSchema, line, text } from './fields.ts';

/** Reception greets and directs; it sees that there are files, and reads none. */
const deskRoles = ['clerk', 'supervisor', 'administrator'] as const;
const listers = ['reception', 'clerk', 'unit', 'supervisor', 'administrator'] as const;
const openers = ['clerk', 'unit', 'supervisor', 'administrator'] as const;

/** What a file is, in the words of whoever adds it. */
const describedFields = { description: text(200), isSpecialCategory: z.boolean() };

const draftKeyField = z.string().min(8).max(80);

/**
 * What a file is for: an application, or one that is still being registered. `draftKey` is a name that the form has
 * made up; its registration carries it and takes the files with it (`application.register`).
 */
export const attachmentTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('application'), applicationId: idSchema }),
  z.strictObject({ kind: z.literal('draft'), draftKey: draftKeyField }),
]);
export type AttachmentTarget = z.infer<typeof attachmentTargetSchema>;

/** The uploads of a form as its registration takes them along, and what was said of each meanwhile. */
export const draftFilesSchema = z.strictObject({
  draftKey: draftKeyField,
  described: z.array(z.strictObject({ uploadId: idSchema, ...describedFields })).max(200),
});

/** Where the bytes are, as this PC knows it. */
export const attachmentPlaces = [
  /** Here, and the CRM does not have all of it yet. */
  'waiting',
  'sending',
  'at_crm',
  /** Not here; fetched from the CRM when somebody opens it. */
  'elsewhere',
  'fetching',
  /** Here, and not as it was written: another copy is needed. */
  'damaged',
] as const;

export const attachmentRowSchema = z.strictObject({
  id: z.string(),
  /** Empty where the reader may not know it: special-category data, or what may tell who informed. */
  name: z.string(),
  description: z.string(),
  kind: z.enum(attachmentKinds).nullable(),
  mediaType: z.string(),
  /** Bytes. */
  size: z.int().positive(),
  isSpecialCategory: z.boolean(),
  addedAt: z.iso.datetime(),
  addedBy: z.string(),
  place: z.enum(attachmentPlaces),
  /** Bytes that have arrived where they are going, while they are sent or fetched. */
  moved: z.int().nonnegative(),
  canOpen: z.boolean(),
  canWithdraw: z.boolean(),
  withdrawal: z.strictObject({ at: z.iso.datetime(), by: z.string(), reason: z.string() }).nullable(),
});
export type AttachmentRow = z.infer<typeof attachmentRowSchema>;

const upload = z.strictObject({ uploadId: idSchema });

export const attachmentContract = {
  'attachment.list': query({
    access: listers,
    topics: ['attachments'],
    input: z.strictObject({ applicationId: idSchema }),
    output: z.strictObject({
      attachments: z.array(attachmentRowSchema),
      canAdd: z.boolean(),
      /** Bytes that may still be added to this application. */
      room: z.int().nonnegative(),
    }),
  }),
  /** What this user has begun and not finished for that target, and what waits for a registration. */
  'attachment.uploads': query({
    access: deskRoles,
    topics: ['attachments'],
    input: z.strictObject({ target: attachmentTargetSchema }),
    output: z.strictObject({
      uploads: z.array(
        z.strictObject({
          uploadId: z.string(),
          name: z.string(),
          size: z.int().positive(),
          /** Bytes that are here; the whole size where it was finished. */
          received: z.int().nonnegative(),
          isWhole: z.boolean(),
          begunAt: z.iso.datetime(),
        }),
      ),
    }),
  }),
  /** Begins an upload, or goes on with the one of the same content for the same target. */
  'attachment.begin': command({
    access: deskRoles,
    input: z.strictObject({
      target: attachmentTargetSchema,
      name: z.string().min(1, 'Dosyanın adı yok.').max(1_000, 'Dosyanın adı çok uzun.'),
      size: z.int().nonnegative(),
      /** Of the whole file, as hex; what arrives is held against it. */
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      ...describedFields,
    }),
    output: z.strictObject({
      uploadId: z.string(),
      name: z.string(),
      /** Bytes of each slice but the last. */
      sliceBytes: z.int().positive(),
      /** Slices that are here already: the next to send has this index. */
      slices: z.int().nonnegative(),
    }),
  }),
  /** One slice, in order; one that is here already may come again. */
  'attachment.chunk': command({
    access: deskRoles,
    input: z.strictObject({
      uploadId: idSchema,
      index: z.int().nonnegative(),
      base64: z.base64().max(Math.ceil(attachmentLimits.slice / 3) * 4),
    }),
    output: z.strictObject({ slices: z.int().nonnegative() }),
  }),
  /** Holds what arrived against its digest; from then on it is accepted. */
  'attachment.finish': command({
    access: deskRoles,
    input: upload,
    output: z.strictObject({
      attachmentId: z.string(),
      /** False where it waits for its registration. */
      isAttached: z.boolean(),
    }),
  }),
  /** Drops an upload that is on no application yet. */
  'attachment.abandon': command({ access: deskRoles, input: upload, output: done }),
  'attachment.withdraw': command({
    access: deskRoles,
    input: z.strictObject({
      attachmentId: idSchema,
      reason: line(300, 'Neden kaldırıldığı yazılmalı.'),
    }),
    output: done,
  }),
  /** A slice of the file, from `offset`; the look is recorded. Fetched from the CRM first where it is not here. */
  'attachment.read': query({
    access: openers,
    topics: [],
    input: z.strictObject({
      attachmentId: idSchema,
      offset: z.int().nonnegative(),
      length: z.int().min(1).max(attachmentLimits.slice),
    }),
    output: z.strictObject({
      base64: z.string(),
      size: z.int().positive(),
      sha256: z.string(),
      mediaType: z.string(),
      name: z.string(),
    }),
  }),
} as const;
