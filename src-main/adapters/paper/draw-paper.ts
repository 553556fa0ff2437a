import { join } from 'node:path';
import type { Paper, PaperCode, PaperSection } from '../../../src-shared/paper/paper.ts';
import { barsFor, squareFor } from './codes.ts';
import { collect } from './collect.ts';
import { drawFeet, titleOf } from './draw-feet.ts';
import { drawField } from './draw-fields.ts';
import { drawHead } from './draw-head.ts';
import { drawRow, heightOf, inPieces } from './draw-row.ts';
import { gap, ground, ink, inner, makeRoom, type Pen, page, widthOf } from './pen.ts';

/**
 * The document as PDF, A4, with its fonts embedded and its text selectable. Throws where a logo's path can't be drawn.
 * @param fontsDir holds Inter-Regular.ttf and Inter-Bold.ttf
 */
export async function drawPaper(paper: Paper, fontsDir: string): Promise<Uint8Array> {
  // Loaded with the first paper: a morning's start does not wait for it.
  const { default: PDFDocument } = await import('pdfkit');
  const codes = await codesOf(paper);
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: page.margin, left: page.margin, right: page.margin, bottom: 0 },
    font: join(fontsDir, 'Inter-Regular.ttf'),
    bufferPages: true,
    lang: 'tr-TR',
    displayTitle: true,
    info: { Title: titleOf(paper), Author: paper.head.name },
  });
  doc.registerFont('regular', join(fontsDir, 'Inter-Regular.ttf'));
  doc.registerFont('bold', join(fontsDir, 'Inter-Bold.ttf'));
  const bytes = collect(doc);
  const pen: Pen = { doc, inset: paper.head.kind === 'letter' ? 28 : 0, y: page.margin };
  drawHead(pen, paper, codes.bars);
  for (const section of paper.sections) drawSection(pen, section, codes);
  drawSignatures(pen, paper);
  drawFeet(doc, paper);
  doc.end();
  return bytes;
}

/** The codes of a paper as shapes, before anything is drawn. */
export type Codes = Awaited<ReturnType<typeof codesOf>>;

async function codesOf({ code, sections }: Paper) {
  const values = sections.flatMap(({ rows }) =>
    rows.flatMap((row) => (row.kind === 'qr' ? [row.value] : [])),
  );
  const squares = new Map(
    await Promise.all(values.map(async (value) => [value, await squareFor(value)] as const)),
  );
  return { bars: await barsOrNone(code), squares };
}

async function barsOrNone(code: PaperCode | null) {
  return code === null ? null : barsFor(code.barcode);
}

function drawSection(pen: Pen, { heading, rows }: PaperSection, codes: Codes): void {
  const { doc } = pen;
  const [first] = rows;
  if (heading !== null) {
    // A heading is not left behind at the foot of a page.
    makeRoom(pen, 18 + (first === undefined ? 0 : Math.min(heightOf(doc, first), 60)));
    doc.rect(page.margin + pen.inset, pen.y, inner - 2 * pen.inset, 15).fill(ground);
    doc
      .font('bold')
      .fontSize(8.5)
      .fillColor(ink)
      .text(heading, page.margin + pen.inset + 6, pen.y + 3, { lineBreak: false });
    pen.y += 15 + gap;
  }
  for (const row of rows.flatMap((whole) => inPieces(doc, whole))) drawRow(pen, row, codes);
  pen.y += gap;
}

function drawSignatures(pen: Pen, { signatures }: Paper): void {
  if (signatures.length === 0) return;
  const height = 62;
  makeRoom(pen, height);
  const columns = 12 / signatures.length;
  for (const [index, { label, words }] of signatures.entries()) {
    const left = page.margin + (inner * columns * index) / 12;
    const isLast = index === signatures.length - 1;
    const width = isLast ? page.margin + inner - left : widthOf(columns);
    drawField(pen.doc, { label, value: words, columns }, { left, y: pen.y, width, height });
  }
  pen.y += height;
}
