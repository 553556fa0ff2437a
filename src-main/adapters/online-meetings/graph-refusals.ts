import { z } from 'zod';
import type { TeamsRefusal } from '../../../src-shared/contract/teams.ts';

export type GraphError = { readonly status: number; readonly message: string };

const errorSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/** Graph's own word for what is wrong; undefined where a proxy answered in its place. */
export function graphErrorOf(text: string): Pick<GraphError, 'message'> | undefined {
  try {
    return errorSchema.safeParse(JSON.parse(text)).data?.error;
  } catch {
    return undefined;
  }
}

/** Permission and policy are both a 403, and only the message parts them; each is mended by somebody else. */
export function meetingRefusal({ status, message }: GraphError): TeamsRefusal {
  if (status === 403) return /application access policy/i.test(message) ? 'teams_policy' : 'teams_permission';
  return status === 404 ? 'teams_organizer' : 'teams_rejected';
}

/** Permission, mailbox or address: the meeting stands, and its link has to be told another way. */
export function mailRefusal(): TeamsRefusal {
  return 'teams_mail';
}
