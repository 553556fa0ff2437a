/** Reads a text column as one of the words that the schema allows; another word there is a bug. */
export function oneOf<T extends string>(known: readonly T[], text: string): T {
  const found = known.find((word) => word === text);
  if (found === undefined) throw new Error('A table holds a word that is not in its schema');
  return found;
}
