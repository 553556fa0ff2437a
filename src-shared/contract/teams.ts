import { z } from 'zod';
import { command, query } from './define.ts';
import type { ErrorCode } from './errors.ts';
import { done, line, nothing } from './fields.ts';

/** Why Microsoft refuses for good; each has its sentence in the table of errors. */
export const teamsRefusals = [
  'teams_credentials',
  'teams_permission',
  'teams_policy',
  'teams_organizer',
  'teams_mail',
  'teams_rejected',
] as const satisfies readonly ErrorCode[];
export type TeamsRefusal = (typeof teamsRefusals)[number];

/** What can keep a meeting from having the link that was wanted. */
export const teamsTroubles = [...teamsRefusals, 'teams_unreachable'] as const satisfies readonly ErrorCode[];
export type TeamsTrouble = (typeof teamsTroubles)[number];

export const publicCloud = {
  loginUrl: 'https://login.microsoftonline.com',
  graphUrl: 'https://graph.microsoft.com',
} as const;

const administrator = ['administrator'] as const;

function guid(what: string) {
  return line(60, `${what} yazılmalı.`).pipe(z.guid(`${what} 8-4-4-4-12 haneli bir kimlik olmalı.`));
}

const serviceUrlPattern = /^https:\/\/[^\s/?#@]+(?:\/[^\s?#]*)?$|^http:\/\/127\.0\.0\.1(?::\d+)?$/;

/** The secret goes there; on this machine alone it may go in plain text. */
function serviceUrl(what: string) {
  const sentence = `${what} https:// ile başlamalı.`;
  return line(200, sentence)
    .transform((text) => text.replace(/\/+$/, ''))
    .pipe(z.string().regex(serviceUrlPattern, sentence));
}

/** The Microsoft account by which meetings are opened; kept on the PC that is the branch's authority. */
export const teamsContract = {
  'teams.get': query({
    access: administrator,
    topics: ['settings', 'connection'],
    input: nothing,
    output: z.strictObject({
      /** False on a joined PC: the account stands on the hub, and this one neither has nor needs it. */
      isHere: z.boolean(),
      account: z
        .strictObject({
          tenantId: z.string(),
          clientId: z.string(),
          organizerId: z.string(),
          loginUrl: z.string(),
          graphUrl: z.string(),
        })
        .nullable(),
    }),
  }),
  /** The secret is never shown again, written to the ledger or logged. */
  'teams.configure': command({
    access: administrator,
    input: z.strictObject({
      tenantId: line(100, 'Kiracı (tenant) kimliği yazılmalı.').pipe(
        z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/, 'Kiracı, kimliği ya da alan adıyla yazılmalı.'),
      ),
      clientId: guid('Uygulama (client) kimliği'),
      clientSecret: line(300, 'Gizli anahtar yazılmalı.'),
      organizerId: guid('Düzenleyenin nesne kimliği'),
      loginUrl: serviceUrl('Oturum açma adresi'),
      graphUrl: serviceUrl('Graph adresi'),
    }),
    output: done,
  }),
  /** Opens one and the same meeting each time, since nothing less tells whether the access policy is there. */
  'teams.test': command({ access: administrator, input: nothing, output: done }),
  'teams.forget': command({ access: administrator, input: nothing, output: done }),
} as const;
