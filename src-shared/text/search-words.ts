import { foldTurkish } from './fold.ts';

/** Stand in nearly every address: they find nothing and make every list long. Folded. */
const placeWords: ReadonlySet<string> = new Set([
  ...['mahalle', 'mahallesi', 'mah', 'mh', 'koyu', 'sokak', 'sokagi', 'sok', 'sk'],
  ...['cadde', 'caddesi', 'cad', 'cd', 'bulvar', 'bulvari', 'blv', 'sehit', 'sht'],
]);

/** The words of a text by which it is found: folded, without what every address has. The same for index and query. */
export function searchWords(text: string): readonly string[] {
  return foldTurkish(text)
    .split(' ')
    .filter((word) => word !== '' && !placeWords.has(word));
}
