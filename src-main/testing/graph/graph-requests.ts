import { z } from 'zod';

/** What the token endpoint documents for client credentials, and not a parameter more. */
export const tokenRequestSchema = z.strictObject({
  client_id: z.guid(),
  client_secret: z.string().min(1),
  scope: z.string().regex(/^https?:\/\/[^/]+\/\.default$/),
  grant_type: z.literal('client_credentials'),
});

/** POST /users/{id}/onlineMeetings/createOrGet of Graph 1.0: the documented parameters alone. */
export const meetingRequestSchema = z.strictObject({
  externalId: z.string().min(1),
  subject: z.string().exactOptional(),
  startDateTime: z.iso.datetime({ offset: true }).exactOptional(),
  endDateTime: z.iso.datetime({ offset: true }).exactOptional(),
});

/** POST /users/{id}/sendMail of Graph 1.0. */
export const mailRequestSchema = z.strictObject({
  message: z.strictObject({
    subject: z.string(),
    body: z.strictObject({ contentType: z.enum(['Text', 'HTML']), content: z.string() }),
    toRecipients: z.array(z.strictObject({ emailAddress: z.strictObject({ address: z.email() }) })).min(1),
  }),
  saveToSentItems: z.boolean().exactOptional(),
});
export type Mail = z.infer<typeof mailRequestSchema>['message'];

/** `{"error":{"code","message"}}`, with what Graph adds for its support. */
export function graphError(code: string, message: string): string {
  const innerError = { date: '2026-03-10T07:00:00', 'request-id': '1', 'client-request-id': '1' };
  return JSON.stringify({ error: { code, message, innerError } });
}

/** As the identity platform refuses (RFC 6749, 5.2). */
export function tokenError(error: string, description: string): string {
  return JSON.stringify({ error, error_description: description, error_codes: [7_000_215] });
}
