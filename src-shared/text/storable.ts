/** Whether PostgreSQL's text keeps it byte for byte: it can't hold U+0000 or half a surrogate pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
