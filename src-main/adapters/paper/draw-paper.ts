import { join } from 'node:path';
import { type Bars, barsOf } from '../../../src-shared/paper/bars.ts';
import type {
  Paper,
  PaperCode,
  PaperField,
  PaperRow,
  PaperSection,
  PaperSignature,
} from '../../../src-shared/paper/paper.ts';

/** Points: an A4 sheet with margins that every printer keeps. */
const page = { width: 595.28, height: 841.89, margin: 36, foot: 24 } as const;
const inner = page.width - 2 * page.margin;
const gap = 4;
const ink = '#15212b';
const faint = '#4d5d66';
const line = '#94a3ab';
const ground = '#e8eef0';

type Pen = { readonly doc: PDFKit.PDFDocument; y: number };

/**
 * The document as PDF, A4, with its fonts embedded and its text selectable.
 * @param fontsDir holds Inter-Regular.ttf and Inter-Bold.ttf
 */
export async function drawPaper(paper: Paper, fontsDir: string): Promise<Uint8Array> {
  // Loaded with the first paper: a morning's start does not wait for it.
  const { default: PDFDocument } = await import('pdfkit');
  const bars = paper.code === null ? null : await barsFor(paper.code);
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: page.margin, left: page.margin, right: page.margin, bottom: 0 },
    font: join(fontsDir, 'Inter-Regular.ttf'),
    bufferPages: true,
    lang: 'tr-TR',
    displayTitle: true,
    info: { Title: titleOf(paper), Author: 'OEDAŞ' },
  });
  doc.registerFont('regular', join(fontsDir, 'Inter-Regular.ttf'));
  doc.registerFont('bold', join(fontsDir, 'Inter-Bold.ttf'));
  const bytes = collect(doc);
  const pen: Pen = { doc, y: page.margin };
  head(pen, paper, bars);
  for (const section of paper.sections) drawSection(pen, section);
  signatures(pen, paper.signatures);
  feet(doc, paper);
  doc.end();
  return bytes;
}

function titleOf({ title, code }: Paper): string {
  return code === null ? title : `${title} ${code.number}`;
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}

async function barsFor({ barcode }: PaperCode): Promise<Bars> {
  const { code128, drawingSVG } = await import('bwip-js/node');
  return barsOf(code128({ bcid: 'code128', text: barcode, height: 10, scale: 1 }, drawingSVG()));
}

function head(pen: Pen, { title, place, code, isCopy }: Paper, bars: Bars | null): void {
  const { doc } = pen;
  const { margin } = page;
  doc.font('bold').fontSize(15).fillColor(ink).text('OEDAŞ', margin, pen.y, { lineBreak: false });
  doc
    .font('regular')
    .fontSize(8.5)
    .fillColor(faint)
    .text(place, margin, pen.y + 19, { width: 180 });
  doc.font('bold').fontSize(14).fillColor(ink);
  doc.text(title, margin + 185, pen.y + 4, { width: 175, align: 'center' });
  if (isCopy) doc.fontSize(11).text('KOPYA', margin + 185, doc.y + 2, { width: 175, align: 'center' });
  if (code !== null && bars !== null) drawBarcode(pen, bars, code.trackingCode);
  pen.y += 52;
}

/** Code 128 at 0.33 mm a module, which a reader at 203 dpi still tells apart, with its number below. */
function drawBarcode({ doc, y }: Pen, bars: Bars, trackingCode: string): void {
  const module = 0.95;
  const width = bars.width * module;
  const left = page.width - page.margin - width;
  doc.save();
  doc.translate(left, y).scale(module, 26 / bars.height);
  for (const bar of bars.lines) doc.path(bar.path).lineWidth(Number(bar.width)).stroke('#000');
  doc.restore();
  doc.font('bold').fontSize(9).fillColor(ink);
  doc.text(`Takip kodu ${trackingCode}`, left - 30, y + 30, { width: width + 30, align: 'right' });
}

function drawSection(pen: Pen, { heading, rows }: PaperSection): void {
  const { doc } = pen;
  const [first] = rows;
  // A heading is not left behind at the foot of a page.
  makeRoom(pen, 18 + (first === undefined ? 0 : heightOf(doc, first)));
  doc.rect(page.margin, pen.y, inner, 15).fill(ground);
  doc
    .font('bold')
    .fontSize(8.5)
    .fillColor(ink)
    .text(heading, page.margin + 6, pen.y + 3, { lineBreak: false });
  pen.y += 15 + gap;
  for (const row of rows.flatMap((whole) => inPieces(doc, whole))) {
    const height = heightOf(doc, row);
    makeRoom(pen, height);
    drawRow(pen, row, height);
    pen.y += height + gap;
  }
  pen.y += gap;
}

function makeRoom(pen: Pen, height: number): void {
  if (pen.y + height <= page.height - page.margin - page.foot) return;
  pen.doc.addPage();
  pen.y = page.margin;
}

const labelSize = 6.5;
const valueSize = 9.5;
const handLine = 13;

function widthOf(columns: number): number {
  return (inner * columns) / 12 - (columns === 12 ? 0 : gap);
}

function heightOf(doc: PDFKit.PDFDocument, row: PaperRow): number {
  if (row.kind === 'choice') return 12 + 12 * linesOfChoice(doc, row).length;
  if (row.kind === 'words') {
    doc.font('regular').fontSize(8);
    return doc.heightOfString(row.text, { width: inner });
  }
  return Math.max(...row.fields.map((field) => fieldHeight(doc, field)));
}

/** What one sheet has room for below a heading. */
const tallest = page.height - 2 * page.margin - page.foot - 40;

/** A text that is longer than a sheet goes on in further boxes: nothing of it is left out. */
function inPieces(doc: PDFKit.PDFDocument, row: PaperRow): readonly PaperRow[] {
  const [only, ...others] = row.kind === 'fields' ? row.fields : [];
  if (only === undefined || others.length > 0) return [row];
  const pieces: PaperRow[] = [];
  for (let rest = only.value; ; ) {
    const length = lengthThatFits(doc, rest, widthOf(only.columns) - 10);
    const label = pieces.length === 0 ? only.label : `${only.label} (devamı)`;
    pieces.push({ kind: 'fields', fields: [{ ...only, label, value: rest.slice(0, length) }] });
    rest = rest.slice(length).trimStart();
    if (rest === '') return pieces;
  }
}

function lengthThatFits(doc: PDFKit.PDFDocument, text: string, width: number): number {
  doc.font('regular').fontSize(valueSize);
  const fits = (length: number) => doc.heightOfString(text.slice(0, length), { width }) <= tallest - 15;
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

function fieldHeight(doc: PDFKit.PDFDocument, { value, columns, lines = 1 }: PaperField): number {
  doc.font('regular').fontSize(valueSize);
  const text = value === '' ? 0 : doc.heightOfString(value, { width: widthOf(columns) - 10 });
  const room = value === '' ? lines * handLine : 0;
  return Math.min(tallest, 12 + Math.max(text, room, handLine) + 3);
}

function drawRow(pen: Pen, row: PaperRow, height: number): void {
  const { doc, y } = pen;
  if (row.kind === 'choice') drawChoice(pen, row);
  else if (row.kind === 'words')
    doc.font('regular').fontSize(8).fillColor(faint).text(row.text, page.margin, y, { width: inner });
  else drawFields(pen, row.fields, height);
}

function drawFields({ doc, y }: Pen, fields: readonly PaperField[], height: number): void {
  let column = 0;
  for (const field of fields) {
    const left = page.margin + (inner * column) / 12;
    const width = column + field.columns === 12 ? page.margin + inner - left : widthOf(field.columns);
    drawField(doc, field, { left, y, width, height });
    column += field.columns;
  }
}

type Box = {
  readonly left: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

function drawField(doc: PDFKit.PDFDocument, { label, value }: PaperField, box: Box): void {
  const { left, y, width, height } = box;
  doc.rect(left, y, width, height).lineWidth(0.5).stroke(line);
  doc
    .font('regular')
    .fontSize(labelSize)
    .fillColor(faint)
    .text(label, left + 5, y + 3, { width: width - 10, height: 8, ellipsis: true });
  if (value === '') return;
  doc
    .font('regular')
    .fontSize(valueSize)
    .fillColor(ink)
    .text(value, left + 5, y + 12, { width: width - 10, height: height - 13, ellipsis: true });
}

type Choice = Extract<PaperRow, { kind: 'choice' }>;
const squareSize = 7;

/** Where each option stands: they go on in the next line where one is full. */
function linesOfChoice(
  doc: PDFKit.PDFDocument,
  { options }: Choice,
): (Choice['options'][number] & { left: number })[][] {
  doc.font('regular').fontSize(8.5);
  const lines: (Choice['options'][number] & { left: number })[][] = [[]];
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

function drawChoice({ doc, y }: Pen, row: Choice): void {
  const lines = linesOfChoice(doc, row);
  doc
    .font('regular')
    .fontSize(labelSize)
    .fillColor(faint)
    .text(row.label, page.margin, y, { lineBreak: false });
  for (const [index, options] of lines.entries())
    for (const { left, label, isChosen } of options) {
      const [x, top] = [page.margin + left, y + 10 + index * 12];
      doc.rect(x, top, squareSize, squareSize).lineWidth(0.7).stroke(ink);
      if (isChosen)
        doc
          .moveTo(x + 1.2, top + 1.2)
          .lineTo(x + squareSize - 1.2, top + squareSize - 1.2)
          .moveTo(x + squareSize - 1.2, top + 1.2)
          .lineTo(x + 1.2, top + squareSize - 1.2)
          .lineWidth(1.2)
          .stroke(ink);
      doc
        .font(isChosen ? 'bold' : 'regular')
        .fontSize(8.5)
        .fillColor(ink)
        .text(label, x + squareSize + 4, top - 2, { lineBreak: false });
    }
}

function signatures(pen: Pen, all: readonly PaperSignature[]): void {
  const height = 62;
  makeRoom(pen, height);
  const width = (inner - gap * (all.length - 1)) / Math.max(1, all.length);
  for (const [index, { label, words }] of all.entries()) {
    const left = page.margin + index * (width + gap);
    drawField(pen.doc, { label, value: words, columns: 12 }, { left, y: pen.y, width, height });
  }
  pen.y += height;
}

/** Whose sheet it is, and how many there are: they come apart in a printer's tray. */
function feet(doc: PDFKit.PDFDocument, paper: Paper): void {
  const { start, count } = doc.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    doc.switchToPage(start + index);
    const words = [titleOf(paper), ...(paper.isCopy ? ['KOPYA'] : []), `Sayfa ${index + 1} / ${count}`].join(
      ' · ',
    );
    doc.font('regular').fontSize(7.5).fillColor(faint);
    doc.text(words, page.margin, page.height - page.margin, {
      width: inner,
      align: 'center',
      lineBreak: false,
    });
  }
}
