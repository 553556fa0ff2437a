import { create } from 'zustand';

export type Notice = {
  readonly id: number;
  readonly tone: 'done' | 'warning' | 'danger';
  readonly message: string;
  /** How long it stays while nobody is at it. */
  readonly millis: number;
  /** Takes back what the notice tells of. */
  readonly onUndo?: () => void;
};

/** More are not read; the oldest gives way. */
const mostNotices = 3;

let lastId = 0;

/** What was said beside the matter on screen, the newest first. */
export const useNotices = create<{ readonly notices: readonly Notice[] }>(() => ({ notices: [] }));

/**
 * A failure takes the place of the one before it: the last press is what counts.
 * @returns by what `closeNotice` knows it
 */
export function showNotice(notice: Omit<Notice, 'id'>): number {
  lastId += 1;
  const id = lastId;
  useNotices.setState(({ notices }) => {
    const others = notice.tone === 'danger' ? notices.filter(({ tone }) => tone !== 'danger') : notices;
    return { notices: [{ ...notice, id }, ...others].slice(0, mostNotices) };
  });
  return id;
}

export function closeNotice(closed: number): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter(({ id }) => id !== closed) }));
}
