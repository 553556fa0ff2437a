import { useEffect, useRef } from 'react';
import { scannedCode } from './scanned-code.ts';
import { idleScanner, scannerStep } from './scanner.ts';

type Before = { readonly field: HTMLInputElement | HTMLTextAreaElement; readonly value: string };

/**
 * Hears a scanner wherever the focus is. A tracking code or an application number is taken out of the field
 * that it went into and given to `onCode`; any other burst (an identity card into its own field) stays there.
 */
export function useScanner(onCode: (code: string) => void): void {
  const latest = useRef(onCode);
  useEffect(() => {
    latest.current = onCode;
  });
  useEffect(() => {
    let state = idleScanner;
    let before: Before | undefined;
    function onKeyDown(event: KeyboardEvent): void {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const step = scannerStep(state, event.key, event.timeStamp);
      state = step.state;
      if (step.hasBegun) before = remember(event.target);
      const code = step.code === undefined ? undefined : scannedCode(step.code);
      if (code === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      if (before !== undefined) restore(before);
      latest.current(code);
    }
    // Capturing: the Enter must not reach the field's form.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);
}

function remember(target: EventTarget | null): Before | undefined {
  const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
  return isField ? { field: target, value: target.value } : undefined;
}

function restore({ field, value }: Before): void {
  const prototype =
    field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  // React overrides the element's own setter to notice changes; the prototype's one lets it notice this.
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
