import type { Bars } from '../../../src-shared/paper/bars.ts';
import type { Paper, PaperCode } from '../../../src-shared/paper/paper.ts';
import { drawBars, widthOfBars } from './codes.ts';
import { drawLogo } from './draw-logo.ts';
import { faint, ink, inner, line, type Pen, page } from './pen.ts';

const logoBox = { width: 130, height: 28 } as const;

export function drawHead(pen: Pen, paper: Paper, bars: Bars | null): void {
  drawLogo(pen.doc, paper.head.logo, { ...logoBox, left: page.margin + pen.inset, top: pen.y });
  if (paper.head.kind === 'letter') letterHead(pen, paper, bars);
  else formHead(pen, paper, bars);
}

function drawCode(pen: Pen, code: PaperCode, bars: Bars, top: number): void {
  const left = page.width - page.margin - pen.inset - widthOfBars(bars);
  drawBars(pen, bars, left, top, 26);
  const words = `Takip kodu ${code.trackingCode}`;
  pen.doc.font('bold').fontSize(9).fillColor(ink);
  pen.doc.text(words, left - 30, top + 30, { width: widthOfBars(bars) + 30, align: 'right' });
}

/** Logo, title and barcode beside each other, the branch below the logo. */
function formHead(pen: Pen, { title, head: { place }, code }: Paper, bars: Bars | null): void {
  const { doc, y } = pen;
  doc.font('regular').fontSize(8).fillColor(faint);
  doc.text(place, page.margin, y + 34, { width: 180, height: 10, ellipsis: true });
  doc.font('bold').fontSize(14).fillColor(ink);
  // Without a barcode there is room to the margin.
  const [left, width] = code === null ? [page.margin + 150, inner - 150] : [page.margin + 178, 175];
  doc.text(title, left, y + 6, { width, align: code === null ? 'right' : 'center' });
  if (code !== null && bars !== null) drawCode(pen, code, bars, y);
  pen.y = y + 52;
}

/** The sender at the right of the logo, and a rule below both; the code beside what the letter begins with. */
function letterHead(pen: Pen, { head: { name, place, lines }, code }: Paper, bars: Bars | null): void {
  const { doc, inset, y } = pen;
  const at = { width: 300, align: 'right' } as const;
  const left = page.width - page.margin - inset - at.width;
  doc.font('bold').fontSize(9.5).fillColor(ink).text(name, left, y, at);
  doc.font('regular').fontSize(7.5).fillColor(faint);
  for (const words of [place, ...lines].filter((text) => text !== '')) doc.text(words, left, doc.y + 1, at);
  pen.y = Math.max(doc.y, y + logoBox.height) + 8;
  doc
    .moveTo(page.margin + inset, pen.y)
    .lineTo(page.margin + inner - inset, pen.y)
    .lineWidth(0.75)
    .stroke(line);
  pen.y += 18;
  if (code !== null && bars !== null) drawCode(pen, code, bars, pen.y);
}
