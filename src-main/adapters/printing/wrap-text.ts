const space = 0x20;

/** Breaks a paragraph of one-byte characters between words; a word longer than a line is cut. */
export function wrapText(text: readonly number[], columns: number): number[][] {
  const rows: number[][] = [];
  let rest = text;
  while (rest.length > columns) {
    const lastSpace = rest.lastIndexOf(space, columns);
    const end = lastSpace > 0 ? lastSpace : columns;
    rows.push(rest.slice(0, end));
    rest = rest.slice(lastSpace > 0 ? end + 1 : end);
  }
  rows.push([...rest]);
  return rows;
}
