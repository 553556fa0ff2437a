/** The lines of a text at the document's present font; a word that is wider than a line goes on in the next. */
export function linesOf(doc: PDFKit.PDFDocument, text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).flatMap((whole) => inParts(doc, whole, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && doc.widthOfString(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function inParts(doc: PDFKit.PDFDocument, word: string, width: number): readonly string[] {
  if (doc.widthOfString(word) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  // By letters as they are read, so that no pair of code units is torn.
  for (const letter of word) {
    if (part !== '' && doc.widthOfString(part + letter) > width) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}
