import { flushSync } from 'react-dom';
import type { ScreenFailure } from './screen-result.ts';

type WithErrors = { readonly setErrors: (errors: Record<string, string>) => void };

/** Puts the core's field errors beside their fields (`applicant.phone` is Mantine's path too); they are drawn on return. */
export function showFieldErrors(form: WithErrors, failure: ScreenFailure): void {
  showErrors(form, fieldErrors(failure));
}

/** The same where a field's path is not the core's. */
export function showErrors(form: WithErrors, errors: Record<string, string>): void {
  flushSync(() => form.setErrors(errors));
}

/** The first sentence of each path. */
export function fieldErrors(failure: ScreenFailure): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, message } of failure.fields ?? []) errors[path] ??= message;
  return errors;
}

/** Takes the keyboard to the first field that was refused, once its error is drawn. */
export function focusFirstError(): void {
  document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
