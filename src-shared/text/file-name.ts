/** Characters that Windows takes for something else; the name is used again when a copy is saved. */
const forbidden = /[<>:"|?*]/g;
/** Control and formatting marks, among them those that turn the reading direction: a name must not read other than it is. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;
const deviceNames = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * A file's name as it may be stored, shown and used again: NFC, without path, unseen marks and characters that a file
 * system forbids; at most `longest` UTF-16 units, its extension kept.
 */
export function cleanFileName(given: string, longest: number): string {
  const bare = given.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const clean = bare
    .replace(/\s/g, ' ')
    .replace(unseen, '')
    .normalize('NFC')
    .replace(forbidden, '_')
    .replace(/ +/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const [, stem = clean, extension = ''] = /^(.*?)(\.[^.]{1,8})?$/.exec(clean) ?? [];
  const kept = shorten(stem.trim(), longest - extension.length) || 'belge';
  return deviceNames.test(kept)
    ? `_${shorten(kept, longest - extension.length - 1)}${extension}`
    : kept + extension;
}

/** By whole characters, so that half a pair never stands at the end. */
function shorten(text: string, longest: number): string {
  let short = '';
  for (const letter of text) {
    if (short.length + letter.length > longest) break;
    short += letter;
  }
  return short.trim();
}
