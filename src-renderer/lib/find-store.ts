import { create } from 'zustand';

/** The find box (Ctrl+K), opened from anywhere, with a text already in it where something was scanned. */
export const useFind = create<{ readonly isOpen: boolean; readonly text: string }>(() => ({
  isOpen: false,
  text: '',
}));

export function openFind(text = ''): void {
  useFind.setState({ isOpen: true, text });
}

export function closeFind(): void {
  useFind.setState({ isOpen: false, text: '' });
}
