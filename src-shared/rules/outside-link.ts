import { isTeamsUrl } from './teams-url.ts';

/** What `dialLink` makes: a number, or an address at an exchange. */
const telephone = /^(?:tel:\+?\d{2,20}|sip:[A-Za-z0-9._~+-]+@[A-Za-z0-9.-]+)$/;

/** Whether a link of a screen may be handed to the system: to the telephone program or to Teams, and nowhere else. */
export function mayOpenOutside(url: string): boolean {
  return telephone.test(url) || isTeamsUrl(url);
}
