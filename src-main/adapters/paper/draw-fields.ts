import type { PaperField, PaperRow } from '../../../src-shared/paper/paper.ts';
import { faint, ink, inner, line, type Pen, page, tallest, widthOf } from './pen.ts';
import { lengthThatFits } from './wrap.ts';

export const labelSize = 6.5;
const valueSize = 9.5;
const handLine = 13;

type Fields = Extract<PaperRow, { kind: 'fields' }>;

export function heightOfFields(doc: PDFKit.PDFDocument, { fields }: Fields): number {
  return Math.max(...fields.map((field) => fieldHeight(doc, field)));
}

function fieldHeight(doc: PDFKit.PDFDocument, { value, columns, lines = 1 }: PaperField): number {
  doc.font('regular').fontSize(valueSize);
  const text = value === '' ? 0 : doc.heightOfString(value, { width: widthOf(columns) - 10 });
  const room = value === '' ? lines * handLine : 0;
  return Math.min(tallest, 12 + Math.max(text, room, handLine) + 3);
}

/** A text that is longer than a sheet goes on in further boxes: nothing of it is left out. */
export function fieldsInPieces(doc: PDFKit.PDFDocument, row: Fields): readonly Fields[] {
  const [only, ...others] = row.fields;
  if (only === undefined || others.length > 0) return [row];
  const pieces: Fields[] = [];
  for (let rest = only.value; ; ) {
    doc.font('regular').fontSize(valueSize);
    const length = lengthThatFits(doc, rest, { width: widthOf(only.columns) - 10, height: tallest - 15 });
    const label = pieces.length === 0 ? only.label : `${only.label} (devamı)`;
    pieces.push({ kind: 'fields', fields: [{ ...only, label, value: rest.slice(0, length) }] });
    rest = rest.slice(length).trimStart();
    if (rest === '') return pieces;
  }
}

export function drawFields({ doc, y }: Pen, { fields }: Fields, height: number): void {
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

export function drawField(doc: PDFKit.PDFDocument, { label, value }: PaperField, box: Box): void {
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
