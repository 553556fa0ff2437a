import type { PaperRow } from '../../../src-shared/paper/paper.ts';
import { assertNever } from '../../../src-shared/text/assert-never.ts';
import { drawSquare } from './codes.ts';
import { drawChoice, heightOfChoice } from './draw-choice.ts';
import { drawFields, fieldsInPieces, heightOfFields } from './draw-fields.ts';
import type { Codes } from './draw-paper.ts';
import { drawParagraph } from './draw-paragraph.ts';
import { drawTable } from './draw-table.ts';
import { faint, gap, ink, inner, makeRoom, type Pen, page } from './pen.ts';

const wordsSize = 8;
const squareSide = 76;
const lineStep = 15;
/** The barcode of a letter stands at the right of its first lines. */
const linesWidth = 290;

/** What is too tall for a sheet in pieces that are not; what flows by itself stays whole. */
export function inPieces(doc: PDFKit.PDFDocument, row: PaperRow): readonly PaperRow[] {
  return row.kind === 'fields' ? fieldsInPieces(doc, row) : [row];
}

/** Of what flows over sheets, a few lines. */
export function heightOf(doc: PDFKit.PDFDocument, row: PaperRow): number {
  switch (row.kind) {
    case 'fields':
      return heightOfFields(doc, row);
    case 'choice':
      return heightOfChoice(doc, row);
    case 'words':
      doc.font('regular').fontSize(wordsSize);
      return doc.heightOfString(row.text, { width: inner });
    case 'qr':
      return squareSide;
    case 'lines':
      return lineStep * row.lines.length + 12;
    case 'sign_off':
      return 60 + lineStep * row.lines.length;
    case 'paragraph':
    case 'table':
      return 40;
    default:
      return assertNever(row);
  }
}

export function drawRow(pen: Pen, row: PaperRow, codes: Codes): void {
  if (row.kind === 'paragraph') drawParagraph(pen, row);
  else if (row.kind === 'table') drawTable(pen, row);
  else {
    const height = heightOf(pen.doc, row);
    makeRoom(pen, height);
    drawWhole(pen, row, codes, height);
    pen.y += height + gap;
  }
}

type WholeRow = Exclude<PaperRow, { kind: 'paragraph' | 'table' }>;

function drawWhole(pen: Pen, row: WholeRow, codes: Codes, height: number): void {
  if (row.kind === 'fields') drawFields(pen, row, height);
  else if (row.kind === 'choice') drawChoice(pen, row);
  else if (row.kind === 'words') drawWords(pen, row.text);
  else if (row.kind === 'lines') drawLines(pen, row.lines);
  else if (row.kind === 'qr') drawQr(pen, row, codes);
  else if (row.kind === 'sign_off') drawSignOff(pen, row.lines);
  else assertNever(row);
}

function drawWords({ doc, y }: Pen, text: string): void {
  doc.font('regular').fontSize(wordsSize).fillColor(faint).text(text, page.margin, y, { width: inner });
}

function drawLines({ doc, inset, y }: Pen, lines: readonly string[]): void {
  doc.font('regular').fontSize(10.5).fillColor(ink);
  for (const [index, text] of lines.entries())
    doc.text(text, page.margin + inset, y + lineStep * index, {
      width: linesWidth,
      height: 13,
      ellipsis: true,
    });
}

function drawQr(pen: Pen, row: Extract<PaperRow, { kind: 'qr' }>, { squares }: Codes): void {
  const { doc, y } = pen;
  const square = squares.get(row.value);
  // The white around it is what a reader finds it by: four modules of some thirty.
  const quiet = 8;
  if (square !== undefined) drawSquare(pen, square, page.margin + quiet, y + quiet, squareSide - 2 * quiet);
  const left = page.margin + squareSide + 8;
  const width = inner - squareSide - 8;
  doc.font('bold').fontSize(13).fillColor(ink);
  doc.text(row.heading, left, y + 12, { width });
  doc.font('regular').fontSize(8.5).fillColor(ink);
  doc.text(row.text, left, doc.y + 4, { width });
}

function drawSignOff({ doc, inset, y }: Pen, lines: readonly string[]): void {
  const width = inner / 2 - inset;
  const left = page.margin + inner - inset - width;
  for (const [index, words] of lines.entries()) {
    doc
      .font(index === 0 ? 'bold' : 'regular')
      .fontSize(10)
      .fillColor(ink);
    doc.text(words, left, y + 56 + lineStep * index, { width, align: 'center' });
  }
}
