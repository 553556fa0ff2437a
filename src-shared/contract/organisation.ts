import { z } from 'zod';
import { logoSchema } from '../rules/logo.ts';
import { organisationSchema } from '../rules/organisation.ts';
import { command, query } from './define.ts';
import { done, line, nothing, paragraph, text } from './fields.ts';

/** As an administrator writes it; see `Organisation` for what each is. */
export const organisationInput = z.strictObject({
  name: line(120, 'Kurumun tam adı yazılmalı.'),
  shortName: line(24, 'Kurumun kısa adı yazılmalı.'),
  address: text(160),
  phones: text(120),
  website: text(100),
  kep: text(100).refine((kep) => kep === '' || /^[^@\s]+@[^@\s]+\.kep\.tr$/.test(kep), {
    message: 'KEP adresi hs01.kep.tr gibi bir uzantıyla bitmeli. Örnek: kurum@hs01.kep.tr',
  }),
  mersis: text(20).refine((mersis) => mersis === '' || /^\d{16}$/.test(mersis), {
    message: 'MERSİS numarası 16 rakam olmalı.',
  }),
  signatory: text(120),
  letterClosing: paragraph(1000),
  objectionInfo: paragraph(2000),
  footer: text(160),
  isApproved: z.boolean('Metinlerin onaylı olup olmadığı seçilmeli.'),
});

const administrator = ['administrator'] as const;

/** The company on its papers; its texts are a document of the branch's settings (`settings.get`). */
export const organisationContract = {
  'organisation.logo': query({
    access: administrator,
    topics: ['settings'],
    input: nothing,
    output: z.strictObject({ logo: logoSchema, isOwn: z.boolean() }),
  }),
  /** Null takes the one that ships. What can't be drawn on paper is refused. */
  'organisation.saveLogo': command({
    access: administrator,
    authority: 'branch',
    input: z.strictObject({ logo: logoSchema.nullable() }),
    output: done,
  }),
  /** A letter with these texts to somebody who does not exist, as PDF; nothing is saved. */
  'organisation.preview': query({
    access: administrator,
    topics: ['settings'],
    input: z.strictObject({ organisation: organisationSchema }),
    output: z.strictObject({ base64: z.base64() }),
  }),
} as const;
