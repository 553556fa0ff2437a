/**
 * Breaks a paragraph between words; a word longer than a line is cut. Nothing of it is lost.
 * @param fits whether so many characters from the beginning of a text fit a line
 */
export function wrapText(text: string, fits: (piece: string) => boolean): readonly string[] {
  const rows: string[] = [];
  let rest = [...text];
  while (!fits(rest.join(''))) {
    const most = Math.max(1, countThatFits(rest, fits));
    const lastSpace = rest.lastIndexOf(' ', most);
    const end = lastSpace > 0 ? lastSpace : most;
    rows.push(rest.slice(0, end).join(''));
    rest = rest.slice(lastSpace > 0 ? end + 1 : end);
  }
  rows.push(rest.join(''));
  return rows;
}

function countThatFits(chars: readonly string[], fits: (piece: string) => boolean): number {
  let count = 0;
  while (count < chars.length && fits(chars.slice(0, count + 1).join(''))) count += 1;
  return count;
}
