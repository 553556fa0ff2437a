/** Whether PostgreSQL's text keeps it byte for byte. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/**
 * For projections, which may show a text without what can't be stored; the entry itself keeps its payload as
 * JSON, where such characters stand escaped.
 */
export function storable<T extends string | null>(text: T): T | string {
  return text === null || isStorable(text) ? text : text.replaceAll('\0', '').toWellFormed();
}
