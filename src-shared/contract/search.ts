import { z } from 'zod';
import { applicationRowSchema } from './application-row.ts';
import { consumerRowSchema } from './consumer.ts';
import { query } from './define.ts';

export const searchContract = {
  /** One box: application number, tracking code, identity number, phone, installation, name, street. */
  'search.find': query({
    access: ['reception', 'clerk', 'supervisor', 'administrator'],
    topics: ['applications', 'consumers'],
    input: z.strictObject({ text: z.string().max(200, 'Arama metni en çok 200 karakter olabilir.') }),
    output: z.strictObject({
      /** At most 20 of each, newest first. */
      applications: z.array(applicationRowSchema),
      consumers: z.array(consumerRowSchema),
    }),
  }),
} as const;
