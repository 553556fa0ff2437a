// Zero-width and direction marks arrive with text pasted from phone books and office documents.
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g;

// numeric: "Banko 10" belongs after "Banko 9".
const collator = new Intl.Collator('tr', { numeric: true });

/**
 * Search key of a text: ASCII lower-case words and digits parted by single spaces.
 * Store it beside the text and fold each query with this same function; I, İ, ı and i are one letter here,
 * because people leave the dots out and identity cards are printed in capitals.
 * Scripts other than Latin fold to nothing.
 */
export function foldTurkish(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ı', 'i')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Lower-cases people's words (I → ı, İ → i). Never use it on codes, keys or e-mail addresses. */
export function lowerTurkish(text: string): string {
  return text.normalize('NFC').toLocaleLowerCase('tr');
}

/** Upper-cases people's words (i → İ, ı → I). Never use it on codes, keys or e-mail addresses. */
export function upperTurkish(text: string): string {
  return text.normalize('NFC').toLocaleUpperCase('tr');
}

/** What a single-line field stores: NFC, no invisible marks, one space between words, none at the ends. */
export function normaliseInput(text: string): string {
  return text.replace(invisible, '').normalize('NFC').replace(/\s+/g, ' ').trim();
}

/** As `normaliseInput`, but keeps the writer's line breaks, of which at most two stand in a row. */
export function normaliseMultiline(text: string): string {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(normaliseInput)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Order of the Turkish alphabet (c ç, g ğ, ı i, o ö, s ş, u ü), numbers by value. */
export function compareTurkish(a: string, b: string): number {
  return collator.compare(a, b);
}
