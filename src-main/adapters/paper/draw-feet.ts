import type { Paper, PaperMark } from '../../../src-shared/paper/paper.ts';
import { faint, ink, inner, page } from './pen.ts';

/** What the document is called where it is listed, and at the foot of its sheets. */
export function titleOf({ title, code }: Pick<Paper, 'title' | 'code'>): string {
  return code === null ? title : `${title} ${code.number}`;
}

/** Whose sheet it is, and how many there are: they come apart in a printer's tray. */
export function drawFeet(doc: PDFKit.PDFDocument, paper: Paper): void {
  const { start, count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    doc.switchToPage(start + index);
    const words = [titleOf(paper), `Sayfa ${index + 1} / ${count}`].join(' · ');
    const at = { width: inner, align: 'center', height: 10, ellipsis: true } as const;
    doc.font('regular').fontSize(7.5).fillColor(faint);
    doc.text(words, page.margin, page.height - page.margin, at);
    if (paper.head.footer !== '')
      doc.fontSize(6.5).text(paper.head.footer, page.margin, page.height - page.margin - 11, at);
    if (paper.mark !== null) drawMark(doc, paper.mark);
  }
}

/** Framed, at the head of every sheet: a copy can't be passed off by leaving the first sheet out. */
function drawMark(doc: PDFKit.PDFDocument, mark: PaperMark): void {
  const [width, height] = [70, 18];
  const left = (page.width - width) / 2;
  doc.rect(left, 12, width, height).lineWidth(1.2).stroke(ink);
  doc
    .font('bold')
    .fontSize(11)
    .fillColor(ink)
    .text(mark, left, 16.5, { width, align: 'center', characterSpacing: 1 });
}
