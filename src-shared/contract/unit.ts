import { z } from 'zod';
import { emailField, line, optional } from './fields.ts';

/** A directorate or office whose people talk with visitors. */
export const unitSchema = z.strictObject({
  unitCode: z.string(),
  unitName: z.string(),
  /** Its teams of the catalogue: their topics come first, and their files its people may open. */
  teamCodes: z.array(z.string()),
  /** Where it is called over Teams; null where it can't be. */
  teamsAddress: z.string().nullable(),
  /** Users of the branch. */
  memberIds: z.array(z.string()),
});
export type Unit = z.infer<typeof unitSchema>;

export const unitCodeField = z
  .string('Birim kodu yazılmalı.')
  .regex(/^[A-Z0-9-]{1,20}$/, 'Birim kodu büyük harf ve rakamdan oluşmalı. Örnek: BAGLANTI');

export const unitInput = z.strictObject({
  unitCode: unitCodeField,
  unitName: line(80, 'Birim adı yazılmalı.'),
  teamCodes: z.array(z.string().min(1).max(40), 'Ekipler seçilmeli.').max(40),
  teamsAddress: optional(emailField),
  memberIds: z.array(z.string().min(1).max(80), 'Birimin kişileri seçilmeli.').max(200),
});
