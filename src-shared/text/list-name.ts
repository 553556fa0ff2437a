import { foldTurkish } from './fold.ts';
import { searchWords } from './search-words.ts';

/**
 * A name as a list shows it: given names and the initial of the surname (`Ayşe Nur I.`), since whoever stands at the
 * desk sees the list of everybody (Board decision 2017/62). A surname that the clerk has typed tells nobody anything
 * new, and stays. An organisation's name is nobody's personal data.
 * @param typed what was searched for; empty in a list that nobody searched
 */
export function listName(name: string, isOrganisation: boolean, typed = ''): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const surname = words.at(-1);
  if (isOrganisation || surname === undefined || words.length < 2) return name;
  if (searchWords(typed).includes(foldTurkish(surname))) return name;
  return [...words.slice(0, -1), `${Array.from(surname)[0] ?? ''}.`].join(' ');
}
