import type { OnlineMeeting, OnlineMeetings } from '../../core/ports.ts';

const newMeeting = 'https://teams.microsoft.com/l/meeting/new';

/**
 * The link that opens Teams' own dialog for a new meeting, subject and unit filled in: nothing is sent to anybody
 * until the person at the desk does so there. See Microsoft's "Deep link to a workflow in Teams".
 */
export function deepLinkOf({ subject, address }: Pick<OnlineMeeting, 'subject' | 'address'>): string {
  const about = `subject=${encodeURIComponent(subject)}`;
  if (address === null) return `${newMeeting}?${about}`;
  // Microsoft writes the address with its @, which may stand in a query (RFC 3986, 3.4).
  return `${newMeeting}?${about}&attendees=${encodeURIComponent(address).replaceAll('%40', '@')}`;
}

/** Teams without a tenant's account. */
export function createDeepLinks(): OnlineMeetings {
  return {
    makeLink: async (meeting) => ({ ok: true, value: { joinUrl: deepLinkOf(meeting), by: 'deep_link' } }),
    sendLink: async () => ({ ok: true, value: false }),
    close: () => {},
  };
}
