import { create } from 'zustand';
import { goTo } from './route.ts';

/** A meeting to be shown on the rooms' screen, as its alert was opened; null once it has been taken. */
export const useChosenMeeting = create<{ readonly meetingId: string | null }>(() => ({ meetingId: null }));

export function chooseMeeting(meetingId: string): void {
  useChosenMeeting.setState({ meetingId });
  goTo({ screen: 'rooms' });
}

export function takeChosenMeeting(): void {
  useChosenMeeting.setState({ meetingId: null });
}
