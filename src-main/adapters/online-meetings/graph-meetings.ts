import { z } from 'zod';
import { isTeamsUrl } from '../../../src-shared/rules/teams-url.ts';
import type { OnlineMeetings, TeamsAccount } from '../../core/ports.ts';
import { createGraphClient, type GraphOptions } from './graph-client.ts';
import { mailRefusal, meetingRefusal } from './graph-refusals.ts';

/** Graph tells much more of a meeting; a link that leads elsewhere is no answer of Graph's. */
const meetingSchema = z.object({ joinWebUrl: z.string().refine(isTeamsUrl) });

/**
 * Meetings of the tenant's own, through Microsoft Graph. `createOrGet` knows a meeting by our id, so asking again
 * after a lost answer makes no second one. The meeting begins when somebody joins, nothing records it, and neither
 * subject nor mail says who the visitor is.
 * Needs the application permissions OnlineMeetings.ReadWrite.All (with an application access policy) and Mail.Send.
 */
export function createGraphMeetings(account: TeamsAccount, options: GraphOptions = {}): OnlineMeetings {
  const graph = createGraphClient(account, options);
  const organizer = `/v1.0/users/${encodeURIComponent(account.organizerId)}`;
  return {
    makeLink: async ({ id, subject }) => {
      const answer = await graph.post(
        `${organizer}/onlineMeetings/createOrGet`,
        { externalId: id, subject },
        meetingRefusal,
      );
      if (!answer.ok) return answer;
      const meeting = meetingSchema.safeParse(answer.value);
      return meeting.success
        ? { ok: true, value: { joinUrl: meeting.data.joinWebUrl, by: 'graph' } }
        : { ok: false, failure: { kind: 'later', retryAfterMs: null } };
    },
    sendLink: async ({ subject, address }, joinUrl) => {
      if (address === null) return { ok: true, value: false };
      const answer = await graph.post(
        `${organizer}/sendMail`,
        { message: mailOf(subject, address, joinUrl), saveToSentItems: false },
        mailRefusal,
      );
      return answer.ok ? { ok: true, value: true } : answer;
    },
    close: graph.close,
  };
}

function mailOf(subject: string, address: string, joinUrl: string) {
  return {
    subject: `${subject} · Teams görüşmesi`,
    body: {
      contentType: 'Text',
      content: `${subject} numaralı ziyaretçi sizinle görüşmek istiyor.\n\nKatılmak için: ${joinUrl}\n`,
    },
    toRecipients: [{ emailAddress: { address } }],
  };
}
