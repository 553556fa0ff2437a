/** Moves the focus to the field of a path, once it is drawn. */
export function focusField(path: string): void {
  requestAnimationFrame(() => {
    const found = document.querySelector<HTMLElement>(`[data-path="${path}"]`);
    found?.focus();
  });
}
