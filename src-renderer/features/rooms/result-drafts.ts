import { create } from 'zustand';

export type ResultDraft = { readonly result: string; readonly isInformed: boolean };

const empty: ResultDraft = { result: '', isInformed: false };

/** Half-written results, by meeting: whoever looks at another room meanwhile loses nothing. */
const useDrafts = create<Readonly<Record<string, ResultDraft>>>(() => ({}));

export function useResultDraft(meetingId: string): ResultDraft {
  return useDrafts((drafts) => drafts[meetingId]) ?? empty;
}

export function keepDraft(meetingId: string, draft: ResultDraft): void {
  useDrafts.setState({ [meetingId]: draft });
}

export function forgetDraft(meetingId: string): void {
  useDrafts.setState(({ [meetingId]: _, ...others }) => others, true);
}
