import type { OnlineMeetings, TeamsAccount } from '../../core/ports.ts';
import { createDeepLinks } from './deep-link.ts';
import { createGraphMeetings } from './graph-meetings.ts';

export function connectOnlineMeetings(account: TeamsAccount | null): OnlineMeetings {
  return account === null ? createDeepLinks() : createGraphMeetings(account);
}
