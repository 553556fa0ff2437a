/** A field, a group of choices, or a part that is no field and can be gone to all the same. */
const wrongFields = '[aria-invalid="true"], [data-wrong="true"][tabindex], [data-wrong="true"] input';

/** Puts the focus on the first field of a form that says of itself that it is wrong, once that is drawn. */
export function focusFirstWrong(form: HTMLElement | null): void {
  requestAnimationFrame(() => {
    form?.querySelector<HTMLElement>(wrongFields)?.focus();
  });
}
