import { useEffect, useRef, useState } from 'react';
import { formatTime } from '../../../src-shared/text/format.ts';
import { useText } from '../../i18n/use-text.ts';
import { attachmentsText } from './text.ts';

/**
 * Files that are dropped anywhere on the screen or pasted. A drop beside a target would have the browser leave the page
 * for the file, so every drag of files is taken, also where nothing may be added.
 * @returns whether files hang over the window now
 */
export function useGivenFiles(isOpen: boolean, onFiles: (files: readonly File[]) => void): boolean {
  const text = useText(attachmentsText);
  const [isOver, setOver] = useState(false);
  const latest = useRef({ isOpen, onFiles, text });
  useEffect(() => {
    latest.current = { isOpen, onFiles, text };
  });
  useEffect(() => {
    let depth = 0;
    const hold = (event: DragEvent): boolean => {
      const isFiles = event.dataTransfer?.types.includes('Files') ?? false;
      if (isFiles) event.preventDefault();
      return isFiles;
    };
    const over = (event: DragEvent): void => {
      if (hold(event) && event.dataTransfer !== null)
        event.dataTransfer.dropEffect = latest.current.isOpen ? 'copy' : 'none';
    };
    const count = (event: DragEvent, by: 1 | -1): void => {
      if (!hold(event)) return;
      depth += by;
      setOver(depth > 0 && latest.current.isOpen);
    };
    const enter = (event: DragEvent): void => count(event, 1);
    const leave = (event: DragEvent): void => count(event, -1);
    const drop = (event: DragEvent): void => {
      depth = 0;
      setOver(false);
      if (hold(event)) give(event.dataTransfer?.files);
    };
    const paste = (event: ClipboardEvent): void => {
      const files = event.clipboardData?.files;
      if (files === undefined || files.length === 0) return;
      event.preventDefault();
      const time = formatTime(new Date().toISOString()).replace(':', '.');
      // A picture from the clipboard has no name of its own.
      give(
        [...files].map((file) =>
          file.name === 'image.png'
            ? new File([file], latest.current.text.clipboard(time), { type: file.type })
            : file,
        ),
      );
    };
    function give(files: Iterable<File> | undefined): void {
      const given = [...(files ?? [])];
      if (latest.current.isOpen && given.length > 0) latest.current.onFiles(given);
    }
    const events = { dragenter: enter, dragover: over, dragleave: leave, drop, paste };
    const pairs = Object.entries(events) as [string, EventListener][];
    for (const [name, listener] of pairs) window.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of pairs) window.removeEventListener(name, listener);
    };
  }, []);
  return isOver;
}
