type Room = { readonly width: number; readonly height: number };

/** How much of a text, in the document's present font, the room holds; at least one character. */
export function lengthThatFits(doc: PDFKit.PDFDocument, text: string, { width, height }: Room): number {
  const fits = (length: number) => doc.heightOfString(text.slice(0, length), { width }) <= height;
  if (fits(text.length)) return text.length;
  let [least, most] = [1, text.length];
  while (most - least > 1) {
    const middle = Math.floor((least + most) / 2);
    if (fits(middle)) least = middle;
    else most = middle;
  }
  // Not in the middle of a word, where there is a space to end at.
  const space = text.slice(0, least).search(/\s\S*$/);
  return space > 0 ? space : least;
}
