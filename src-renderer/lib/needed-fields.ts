/**
 * Takes the keyboard to the next field that the form still needs, after `from` and then from the top. A field that is
 * needed and holds nothing says so itself by `data-missing`, a group of radios on its frame.
 */
export function focusNextNeeded(form: HTMLElement | null, from: Element | null = null): void {
  onceDrawn(() => moveOn(form, from));
}

/** The same on leaving a field, which is not left while it is missing itself. */
export function leaveField(form: HTMLElement | null, field: Element): void {
  onceDrawn(() => {
    if (field.getAttribute('data-missing') !== 'true') moveOn(form, field);
  });
}

function moveOn(form: HTMLElement | null, from: Element | null): void {
  const fields = [...(form?.querySelectorAll('[data-missing="true"]') ?? [])];
  const next = fields.find((field) => from !== null && isAfter(field, from)) ?? fields[0];
  const target = next?.matches('input, textarea, select') ? next : next?.querySelector('input');
  if (target instanceof HTMLElement) target.focus();
}

function isAfter(field: Element, from: Element): boolean {
  return (from.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** What was chosen last may bring other fields. */
function onceDrawn(run: () => void): void {
  requestAnimationFrame(run);
}
