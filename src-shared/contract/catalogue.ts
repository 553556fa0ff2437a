import { z } from 'zod';
import { provincesSchema, teamsSchema, topicsSchema } from '../rules/catalogue.ts';
import { channelsAsKept } from '../rules/channels.ts';
import { holidayTroubleKinds } from '../rules/holiday-check.ts';
import { publishedTextSchema } from '../rules/texts.ts';
import { query } from './define.ts';
import { nothing } from './fields.ts';

export const catalogueContract = {
  /** What the forms are built from; changes with the settings only. */
  'catalogue.get': query({
    access: 'signed_in',
    topics: ['settings'],
    input: nothing,
    output: z.strictObject({
      channels: channelsAsKept,
      topics: topicsSchema,
      teams: teamsSchema,
      provinces: provincesSchema,
      /** In force today. */
      notice: publishedTextSchema,
    }),
  }),
  /** Of one district, for whoever types an address; none where the company does not serve it. */
  'catalogue.neighbourhoods': query({
    access: 'signed_in',
    topics: ['settings'],
    input: z.strictObject({ province: z.string().max(60), district: z.string().max(60) }),
    output: z.strictObject({ neighbourhoods: z.array(z.string()) }),
  }),
  /** The yearly check of the table of holidays: what somebody has to see to, each year at most once. */
  'catalogue.holidayTrouble': query({
    access: ['supervisor', 'administrator'],
    topics: ['settings'],
    input: nothing,
    output: z.strictObject({
      troubles: z.array(
        z.strictObject({ year: z.int(), kind: z.enum(holidayTroubleKinds), sentence: z.string() }),
      ),
    }),
  }),
} as const;
