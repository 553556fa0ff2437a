import type { PaperChoice } from '../../../src-shared/paper/paper.ts';
import { labelSize } from './draw-fields.ts';
import { faint, ink, inner, type Pen, page } from './pen.ts';

type PlacedOption = PaperChoice['options'][number] & { readonly left: number };

const squareSize = 7;
const optionSize = 8.5;

export function heightOfChoice(doc: PDFKit.PDFDocument, row: PaperChoice): number {
  return 12 + 12 * linesOfChoice(doc, row).length;
}

/** Where each option stands: they go on in the next line where one is full. */
function linesOfChoice(doc: PDFKit.PDFDocument, { options }: PaperChoice): PlacedOption[][] {
  doc.font('regular').fontSize(optionSize);
  const lines: PlacedOption[][] = [[]];
  let left = 0;
  for (const option of options) {
    const width = squareSize + 4 + doc.widthOfString(option.label) + 14;
    if (left + width > inner && left > 0) {
      lines.push([]);
      left = 0;
    }
    lines.at(-1)?.push({ ...option, left });
    left += width;
  }
  return lines;
}

export function drawChoice({ doc, y }: Pen, row: PaperChoice): void {
  const lines = linesOfChoice(doc, row);
  doc.font('regular').fontSize(labelSize).fillColor(faint);
  doc.text(row.label, page.margin, y, { lineBreak: false });
  for (const [index, options] of lines.entries())
    for (const option of options) drawOption(doc, option, y + 10 + index * 12);
}

function drawOption(doc: PDFKit.PDFDocument, { left, label, isChosen }: PlacedOption, top: number): void {
  const x = page.margin + left;
  doc.rect(x, top, squareSize, squareSize).lineWidth(0.7).stroke(ink);
  if (isChosen) {
    const [from, to] = [1.2, squareSize - 1.2];
    doc
      .moveTo(x + from, top + from)
      .lineTo(x + to, top + to)
      .moveTo(x + to, top + from)
      .lineTo(x + from, top + to)
      .lineWidth(1.2)
      .stroke(ink);
  }
  doc
    .font(isChosen ? 'bold' : 'regular')
    .fontSize(optionSize)
    .fillColor(ink)
    .text(label, x + squareSize + 4, top - 2, { lineBreak: false });
}
