/** Longest result of `applicantShort`: what a registration SMS in one segment has room for. */
export const applicantShortLength = 20;

/**
 * How an SMS addresses someone: given names and the initial of the surname ('Ahmet Can Y.'), since a message
 * may reach a stranger. Names too long lose their middle ones. An organisation's name is cut at a word.
 */
export function applicantShort(name: string, isOrganisation: boolean): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const surname = words.at(-1) ?? '';
  if (isOrganisation || words.length < 2) return cut(words);
  const initial = `${Array.from(surname)[0] ?? ''}.`;
  const given = words.slice(0, -1);
  const whole = [...given, initial].join(' ');
  if (whole.length <= applicantShortLength) return whole;
  return `${(given[0] ?? '').slice(0, applicantShortLength - 1 - initial.length)} ${initial}`;
}

function cut(words: readonly string[]): string {
  const name = words.join(' ');
  const atWord = name.slice(0, applicantShortLength + 1).replace(/ \S*$/, '');
  return (name.length <= applicantShortLength ? name : atWord).slice(0, applicantShortLength);
}
