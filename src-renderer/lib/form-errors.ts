import type { ScreenFailure } from './screen-result.ts';

type WithErrors = { readonly setErrors: (errors: Record<string, string>) => void };

/** Puts the core's field errors beside their fields (`applicant.phone` is Mantine's path too). */
export function showFieldErrors(form: WithErrors, failure: ScreenFailure): void {
  form.setErrors(fieldErrors(failure));
}

/** The first sentence of each path. */
export function fieldErrors(failure: ScreenFailure): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const { path, message } of failure.fields ?? []) errors[path] ??= message;
  return errors;
}

/** Takes the keyboard to the first field that was refused, once its error is on screen. */
export function focusFirstError(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
