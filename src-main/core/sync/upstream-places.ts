/** To whom a log is told: the central CRM, and on a joined PC the branch's hub. */
export type UpstreamName = 'crm' | 'hub';

/** Where it stands how far each of them has been told, read and given back to. */
export const placesOf = {
  crm: { sent: 'sent_seq', feed: 'feed', givingBack: 'givingBack' },
  hub: { sent: 'hub_seq', feed: 'hubFeed', givingBack: 'hubGivingBack' },
} as const;
