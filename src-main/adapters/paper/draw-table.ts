import type { PaperColumn, PaperTable } from '../../../src-shared/paper/paper.ts';
import { faint, ink, inner, line, makeRoom, type Pen, page } from './pen.ts';

const size = 8.5;
const headSize = 7;
const padding = 3;

type Line = { readonly cells: readonly string[]; readonly font: 'regular' | 'bold' };

export function drawTable(pen: Pen, table: PaperTable): void {
  const lines: readonly Line[] = [
    ...table.rows.map((cells) => ({ cells, font: 'regular' }) as const),
    ...(table.total === undefined ? [] : [{ cells: table.total, font: 'bold' } as const]),
  ];
  const [first] = lines;
  makeRoom(pen, headHeight(pen.doc, table) + (first === undefined ? 0 : lineHeight(pen.doc, table, first)));
  drawHeads(pen, table);
  for (const row of lines) {
    const height = lineHeight(pen.doc, table, row);
    if (makeRoom(pen, height)) drawHeads(pen, table);
    drawCells(pen, table.columns, row, height);
  }
  pen.y += 6;
}

function cellWidth({ width }: PaperColumn): number {
  return (inner * width) / 12 - 2 * padding;
}

function lineHeight(doc: PDFKit.PDFDocument, { columns }: PaperTable, { cells, font }: Line): number {
  doc.font(font).fontSize(size);
  const heights = columns.map((column, index) =>
    doc.heightOfString(cells[index] ?? '', { width: cellWidth(column) }),
  );
  return Math.max(...heights) + 2 * padding;
}

function headHeight(doc: PDFKit.PDFDocument, { columns }: PaperTable): number {
  doc.font('regular').fontSize(headSize);
  return (
    Math.max(...columns.map((column) => doc.heightOfString(column.label, { width: cellWidth(column) }))) + 5
  );
}

function drawHeads(pen: Pen, table: PaperTable): void {
  const { doc } = pen;
  const height = headHeight(doc, table);
  doc.font('regular').fontSize(headSize).fillColor(faint);
  let left: number = page.margin;
  for (const column of table.columns) {
    const width = cellWidth(column);
    const align = column.isNumber ? 'right' : 'left';
    const own = doc.heightOfString(column.label, { width });
    doc.text(column.label, left + padding, pen.y + height - 3 - own, { width, align });
    left += (inner * column.width) / 12;
  }
  pen.y += height;
  rule(pen, 0.75);
}

function drawCells(pen: Pen, columns: readonly PaperColumn[], { cells, font }: Line, height: number): void {
  const { doc } = pen;
  if (font === 'bold') rule(pen, 0.75);
  doc.font(font).fontSize(size).fillColor(ink);
  let left: number = page.margin;
  for (const [index, column] of columns.entries()) {
    const align = column.isNumber ? 'right' : 'left';
    doc.text(cells[index] ?? '', left + padding, pen.y + padding, { width: cellWidth(column), align });
    left += (inner * column.width) / 12;
  }
  pen.y += height;
  rule(pen, 0.4);
}

function rule({ doc, y }: Pen, width: number): void {
  doc
    .moveTo(page.margin, y)
    .lineTo(page.margin + inner, y)
    .lineWidth(width)
    .stroke(line);
}
