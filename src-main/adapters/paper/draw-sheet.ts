import { join } from 'node:path';
import type { Bars } from '../../../src-shared/paper/bars.ts';
import type { Sheet } from '../../../src-shared/paper/sheet.ts';
import { barsFor } from './codes.ts';
import { collect } from './collect.ts';
import { piecesOf } from './sheet-pieces.ts';
import { type Piece, sheetColours, sheetPage, textWidth } from './sheet-style.ts';

type Doc = PDFKit.PDFDocument;
const { margin, width, height, foot } = sheetPage;
const { ink, faint, line } = sheetColours;
const bottom = height - margin - foot;
/** Of the barcode: 0.33 mm, which a reader at 203 dpi still tells apart. */
const module = 0.95;

/**
 * The sheet as PDF, A4, fonts embedded, text selectable, over as many pages as it takes. Nothing in the file is of the
 * moment of drawing: the same sheet is the same bytes.
 * @param fontsDir holds Inter-Regular.ttf and Inter-Bold.ttf
 */
export async function drawSheet(sheet: Sheet, fontsDir: string): Promise<Uint8Array> {
  const { default: PDFDocument } = await import('pdfkit');
  const bars = sheet.barcode === null ? null : await barsFor(sheet.barcode);
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: margin, left: margin, right: margin, bottom: 0 },
    font: join(fontsDir, 'Inter-Regular.ttf'),
    pdfVersion: '1.7',
    bufferPages: true,
    lang: 'tr-TR',
    displayTitle: true,
    info: {
      Title: `${sheet.title} ${sheet.code}`,
      Author: sheet.organisation,
      Creator: 'Banko',
      Producer: 'Banko',
      CreationDate: new Date(sheet.madeAt),
    },
  });
  doc.registerFont('regular', join(fontsDir, 'Inter-Regular.ttf'));
  doc.registerFont('bold', join(fontsDir, 'Inter-Bold.ttf'));
  const bytes = collect(doc);
  let top = head(doc, sheet, bars, true);
  for (const group of groupsOf(sheet.blocks.flatMap((block) => piecesOf(doc, block)))) {
    const needed = group.reduce((sum, piece) => sum + piece.height, 0);
    if (top + needed > bottom) {
      doc.addPage();
      top = head(doc, sheet, bars, false);
    }
    for (const piece of group) {
      piece.draw(top);
      top += piece.height;
    }
  }
  feet(doc, sheet);
  doc.end();
  return bytes;
}

/** Pieces that stand on one page: none of them is higher than a page, since a text's lines are pieces of their own. */
function groupsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const groups: Piece[][] = [];
  let isOpen = false;
  for (const piece of pieces) {
    if (isOpen) groups.at(-1)?.push(piece);
    else groups.push([piece]);
    isOpen = piece.isKeptWithNext;
  }
  return groups;
}

/** @returns where the text begins */
function head(doc: Doc, sheet: Sheet, bars: Bars | null, isFirst: boolean): number {
  const room = textWidth - (bars === null ? 0 : bars.width * module + 16);
  doc.font('bold').fontSize(13).fillColor(ink);
  // A long name becomes smaller before it would run into the barcode.
  doc.fontSize(Math.max(7, Math.min(13, (13 * room) / doc.widthOfString(sheet.organisation))));
  doc.text(sheet.organisation, margin, margin, { width: room, height: 16, ellipsis: true });
  doc.font('regular').fontSize(8.5).fillColor(faint);
  doc.text(sheet.place, margin, margin + 17, { width: room, height: 11, ellipsis: true });
  if (bars !== null) drawBarcode(doc, bars, sheet.code);
  if (!isFirst) {
    doc
      .moveTo(margin, margin + 42)
      .lineTo(width - margin, margin + 42)
      .lineWidth(0.5)
      .stroke(line);
    return margin + 52;
  }
  doc.font('bold').fontSize(16).fillColor(ink);
  doc.text(sheet.title, margin, margin + 46, { lineBreak: false });
  return margin + 76;
}

function drawBarcode(doc: Doc, bars: Bars, code: string): void {
  const barsWidth = bars.width * module;
  const left = width - margin - barsWidth;
  doc.save();
  doc.translate(left, margin).scale(module, 24 / bars.height);
  for (const bar of bars.lines) doc.path(bar.path).lineWidth(Number(bar.width)).stroke('#000');
  doc.restore();
  doc.font('bold').fontSize(8).fillColor(ink);
  doc.text(code, width - margin - doc.widthOfString(code), margin + 27, { lineBreak: false });
}

function feet(doc: Doc, { title, code }: Sheet): void {
  const { start, count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    doc.switchToPage(start + index);
    const words = [title, code, `Sayfa ${index + 1} / ${count}`].join(' · ');
    doc.font('regular').fontSize(7.5).fillColor(faint);
    doc.text(words, margin, height - margin, { width: textWidth, align: 'center', lineBreak: false });
  }
}
