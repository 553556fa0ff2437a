import type { PaperParagraph } from '../../../src-shared/paper/paper.ts';
import { bottom, faint, ink, inner, makeRoom, type Pen, page } from './pen.ts';
import { lengthThatFits } from './wrap.ts';

const looks = {
  body: { font: 'regular', size: 10.5, colour: ink, lineGap: 3.5, after: 9 },
  strong: { font: 'bold', size: 10.5, colour: ink, lineGap: 3, after: 9 },
  small: { font: 'regular', size: 8.5, colour: faint, lineGap: 2, after: 6 },
} as const;

/** Each piece where there is room for two lines of it at least. */
export function drawParagraph(pen: Pen, { text, look }: PaperParagraph): void {
  const { doc, inset } = pen;
  const width = inner - 2 * inset;
  const { font, size, colour, lineGap, after } = looks[look];
  for (let rest = text; rest !== ''; ) {
    doc.font(font).fontSize(size).fillColor(colour);
    // pdfkit measures with the gap that is set on the document, not with one of a call.
    doc.lineGap(lineGap);
    const whole = doc.heightOfString(rest, { width });
    makeRoom(pen, Math.min(whole, 2 * (size + lineGap + 2)));
    const length = lengthThatFits(doc, rest, { width, height: bottom - pen.y });
    doc.text(rest.slice(0, length).trimEnd(), page.margin + inset, pen.y, { width });
    pen.y = doc.y;
    doc.lineGap(0);
    rest = rest.slice(length).trimStart();
  }
  pen.y += after;
}
