import { useEffect } from 'react';

/** What would lead out of a page that strangers use, change its size or mark its text; the browser itself has to run in kiosk mode. */
const unwanted = ['contextmenu', 'dragstart', 'selectstart', 'gesturestart'] as const;
const zoomKeys = ['+', '-', '=', '0'];

export function useLockedDown(): void {
  useEffect(() => {
    const prevent = (event: Event) => event.preventDefault();
    const preventZoom = (event: WheelEvent | KeyboardEvent) => {
      const isZoom = event.ctrlKey && (!('key' in event) || zoomKeys.includes(event.key));
      if (isZoom) event.preventDefault();
    };
    const preventPinch = (event: TouchEvent) => {
      if (event.touches.length > 1) event.preventDefault();
    };
    for (const name of unwanted) document.addEventListener(name, prevent);
    document.addEventListener('wheel', preventZoom, { passive: false });
    document.addEventListener('keydown', preventZoom);
    document.addEventListener('touchmove', preventPinch, { passive: false });
    return () => {
      for (const name of unwanted) document.removeEventListener(name, prevent);
      document.removeEventListener('wheel', preventZoom);
      document.removeEventListener('keydown', preventZoom);
      document.removeEventListener('touchmove', preventPinch);
    };
  }, []);
}
