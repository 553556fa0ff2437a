import { z } from 'zod';
import { availabilities, contactKinds, transferOutcomes } from '../ledger/switchboard-entries.ts';
import { diallingSchemes } from '../rules/dial-link.ts';
import { holdsPersonalNumber } from '../text/personal-number.ts';
import { command, query } from './define.ts';
import { done, idSchema, line, nothing, optional, phoneField, text } from './fields.ts';

export const contactSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(contactKinds),
  name: z.string(),
  /** Of a person; empty for a department itself. */
  department: z.string(),
  title: z.string(),
  extension: z.string().nullable(),
  directPhone: z.string().nullable(),
  sip: z.string().nullable(),
  backupId: z.string().nullable(),
  availability: z.enum(availabilities),
  backOn: z.string().nullable(),
  note: z.string(),
});
export type Contact = z.infer<typeof contactSchema>;

export const diallingSchema = z.strictObject({
  scheme: z.enum(diallingSchemes),
  extensionPrefix: z.string(),
  sipDomain: z.string(),
});

export const transferSchema = z.strictObject({
  id: z.string(),
  at: z.iso.datetime(),
  /** Who passed the call on. */
  by: z.string(),
  contactId: z.string(),
  contactName: z.string(),
  department: z.string(),
  outcome: z.enum(transferOutcomes),
  application: z.strictObject({ id: z.string(), applicationNo: z.string() }).nullable(),
  note: z.string(),
  /** It is the asker's own and just written. */
  canWithdraw: z.boolean(),
});
export type Transfer = z.infer<typeof transferSchema>;

const extensionField = z
  .string()
  .transform((value) => value.replace(/\s/g, ''))
  .pipe(z.string().regex(/^\d{2,8}$/, 'Dahili 2 ile 8 rakam arasında olmalı.'));

const sipField = z
  .string()
  .transform((value) => value.trim().replace(/^sips?:/i, ''))
  .pipe(
    z
      .string()
      .max(200, 'SIP adresi çok uzun.')
      .regex(
        /^[A-Za-z0-9._~+-]+@[A-Za-z0-9.-]+$/,
        'SIP adresi geçersiz. Örnek: baglanti@santral.ornek.com.tr',
      ),
  );

/** A line of an imported file is judged by this too. */
export const contactInput = z
  .strictObject({
    kind: z.enum(contactKinds, 'Kişi mi birim mi olduğu seçilmeli.'),
    name: line(120, 'Ad yazılmalı.'),
    department: text(120),
    title: text(120),
    extension: optional(extensionField),
    directPhone: optional(phoneField),
    sip: optional(sipField),
    backupId: idSchema.nullable(),
  })
  .superRefine(({ kind, department, extension, directPhone, sip }, context) => {
    if (kind === 'person' && department === '')
      context.addIssue({ code: 'custom', path: ['department'], message: 'Kişinin birimi yazılmalı.' });
    if (extension === null && directPhone === null && sip === null)
      context.addIssue({
        code: 'custom',
        path: ['extension'],
        message: 'Dahili, telefon ya da SIP adresinden en az biri yazılmalı.',
      });
  })
  .transform((contact) => (contact.kind === 'department' ? { ...contact, department: '' } : contact));
export type ContactInput = z.output<typeof contactInput>;

const noteField = text(200).refine(
  (note) => !holdsPersonalNumber(note),
  'Nota telefon ya da kimlik numarası yazılmaz.',
);

const switchboardRoles = ['reception', 'clerk', 'supervisor', 'administrator'] as const;
const administrator = ['administrator'] as const;

/** Lines of a directory that can't be taken; the file is taken whole or not at all. */
export const importOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('imported'),
    added: z.int(),
    changed: z.int(),
    unchanged: z.int(),
  }),
  z.strictObject({
    kind: z.literal('refused'),
    errors: z.array(z.strictObject({ line: z.int(), message: z.string() })),
  }),
]);

/** Santral: whom a caller wants, how they are reached, and what became of it. Nothing here says who called. */
export const switchboardContract = {
  /** The whole directory: a few thousand cards are searched on the screen, at every key. */
  'switchboard.directory': query({
    access: switchboardRoles,
    topics: ['switchboard', 'settings'],
    input: nothing,
    output: z.strictObject({ contacts: z.array(contactSchema), dialling: diallingSchema }),
  }),
  /** Today's transfers of the branch, the newest first. */
  'switchboard.transfers': query({
    access: switchboardRoles,
    topics: ['switchboard', 'applications'],
    input: nothing,
    output: z.strictObject({ transfers: z.array(transferSchema) }),
  }),
  'switchboard.logTransfer': command({
    access: switchboardRoles,
    input: z.strictObject({
      contactId: idSchema,
      outcome: z.enum(transferOutcomes, 'Sonuç seçilmeli.'),
      /** Of the application that the caller asked about, where there is one. */
      applicationNo: optional(z.string().max(40, 'Başvuru numarası çok uzun.')),
      note: noteField,
    }),
    output: z.strictObject({ transferId: z.string() }),
  }),
  /** Within minutes, by whoever wrote it. */
  'switchboard.withdrawTransfer': command({
    access: switchboardRoles,
    input: z.strictObject({ transferId: idSchema }),
    output: done,
  }),
  'switchboard.setAvailability': command({
    access: ['reception', 'supervisor', 'administrator'],
    input: z.strictObject({
      contactId: idSchema,
      availability: z.enum(availabilities, 'Durum seçilmeli.'),
      backOn: z.iso.date('Dönüş günü var olan bir gün olmalı. Örnek: 05.03.2026').nullable(),
      note: text(200),
    }),
    output: done,
  }),
  'switchboard.saveContact': command({
    access: administrator,
    authority: 'branch',
    input: z.strictObject({ contactId: idSchema.nullable(), contact: contactInput }),
    output: z.strictObject({ contactId: z.string() }),
  }),
  'switchboard.removeContact': command({
    access: administrator,
    authority: 'branch',
    input: z.strictObject({ contactId: idSchema }),
    output: done,
  }),
  /** `;` between fields, one contact a line, with a line of heads; who stands here already is brought up to date. */
  'switchboard.importDirectory': command({
    access: administrator,
    authority: 'branch',
    input: z.strictObject({
      csv: z.string('Dosya seçilmeli.').max(600_000, 'Dosya çok büyük; en çok 600.000 karakter olabilir.'),
    }),
    output: importOutcomeSchema,
  }),
  'switchboard.saveDialling': command({
    access: administrator,
    authority: 'branch',
    input: z.strictObject({
      scheme: z.enum(diallingSchemes, 'Arama biçimi seçilmeli.'),
      extensionPrefix: z
        .string()
        .transform((value) => value.replace(/[\s().-]/g, ''))
        .pipe(z.string().regex(/^(?:\+?\d{0,15})$/, 'Ön ek yalnız rakam ve başta artı işareti olabilir.')),
      sipDomain: z
        .string()
        .transform((value) => value.trim())
        .pipe(
          z.string().regex(/^(?:[A-Za-z0-9.-]{1,100})?$/, 'SIP alanı geçersiz. Örnek: santral.ornek.com.tr'),
        ),
    }),
    output: done,
  }),
} as const;
