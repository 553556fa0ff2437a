import { z } from 'zod';
import { logoSchema } from './logo.ts';

/** Whose papers they are and what they say in the company's name; data, since nobody here is its legal department. */
export const organisationSchema = z.strictObject({
  /** In full, as registered. */
  name: z.string(),
  /** As on slips and in the head of a form. */
  shortName: z.string(),
  address: z.string(),
  phones: z.string(),
  website: z.string(),
  /** Registered e-mail (kayıtlı elektronik posta). */
  kep: z.string(),
  /** 16 digits; empty where it is not to be printed. */
  mersis: z.string(),
  /** Below the name of whoever signs a letter. */
  signatory: z.string(),
  /** The last words of a letter. */
  letterClosing: z.string(),
  /** How to object to the outcome (THY: to the regulator, after 15 working days). */
  objectionInfo: z.string(),
  /** At the foot of every sheet. */
  footer: z.string(),
  /** By the legal department; until then a letter says that its legal information is a draft. */
  isApproved: z.boolean(),
});
export type Organisation = z.infer<typeof organisationSchema>;

/** As a settings document of perhaps a newer Banko holds it. */
export const organisationAsKept = z.object(organisationSchema.shape);

/** `assets/organisation.json`: a later version takes nothing from the letters that were written before it. */
export const shippedOrganisationSchema = z.strictObject({
  versions: z
    .array(z.strictObject({ validFrom: z.iso.date(), texts: organisationSchema, logo: logoSchema }))
    .min(1),
});
export type ShippedOrganisation = z.infer<typeof shippedOrganisationSchema>['versions'][number];

/** The one that is in force on a day: the first, where it is a day before all of them. */
export function shippedOn(versions: readonly ShippedOrganisation[], day: string): ShippedOrganisation {
  const shipped = versions.findLast(({ validFrom }) => validFrom <= day) ?? versions[0];
  if (shipped === undefined) throw new Error('No organisation is shipped');
  return shipped;
}
