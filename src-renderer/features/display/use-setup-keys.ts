import { useEffect } from 'react';

type Keys = {
  readonly onOpen: () => void;
  readonly onTry: () => void;
  readonly onFullScreen: () => void;
  /** Any key or touch lets the page sound. */
  readonly onAnything: () => void;
};

/** The display's keys, for whoever hangs it up; a double touch where there is no keyboard. */
export function useSetupKeys({ onOpen, onTry, onFullScreen, onAnything }: Keys): void {
  useEffect(() => {
    const actions: Readonly<Record<string, () => void>> = { s: onOpen, t: onTry, f: onFullScreen };

    function onKey({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): void {
      onAnything();
      if (!ctrlKey && !altKey && !metaKey) actions[key.toLowerCase()]?.();
    }

    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onAnything);
    document.addEventListener('dblclick', onOpen);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onAnything);
      document.removeEventListener('dblclick', onOpen);
    };
  }, [onOpen, onTry, onFullScreen, onAnything]);
}
