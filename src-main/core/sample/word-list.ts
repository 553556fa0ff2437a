/** A comma-separated text as a list that has at least one item; keeps long tables of words readable. */
export function wordList(text: string): readonly [string, ...string[]] {
  const [first = '', ...rest] = text.split(',').map((word) => word.trim().replace(/\s+/g, ' '));
  return [first, ...rest];
}
