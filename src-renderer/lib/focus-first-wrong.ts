/** Puts the focus on the first field of a form that says of itself that it is wrong, once that is drawn. */
export function focusFirstWrong(form: HTMLElement | null): void {
  requestAnimationFrame(() => {
    const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong="true"] input');
    wrong?.focus();
  });
}
