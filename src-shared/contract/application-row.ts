import { z } from 'zod';
import { channels } from '../ledger/application-entries.ts';
import { applicationStates } from '../ledger/application-moves.ts';
import { deadlineStates } from './application-file.ts';

/** A row of a list: nothing that a passer-by may not see in full. */
export const applicationRowSchema = z.strictObject({
  id: z.string(),
  applicationNo: z.string(),
  applicantName: z.string(),
  channel: z.enum(channels),
  topicCode: z.string(),
  topicLabel: z.string(),
  status: z.enum(applicationStates),
  teamName: z.string().nullable(),
  registeredAt: z.iso.datetime(),
  dueAt: z.iso.datetime(),
  deadline: z.enum(deadlineStates).nullable(),
  /** When to try the consumer again. */
  callBackAt: z.iso.datetime().nullable(),
  isEscalated: z.boolean(),
  hasConflict: z.boolean(),
});
export type ApplicationRow = z.infer<typeof applicationRowSchema>;
