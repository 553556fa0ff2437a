import type { SheetBlock, SheetFact } from '../../../src-shared/paper/sheet.ts';
import { linesOf } from './lines-of.ts';
import { type Piece, sheetColours, sheetPage, textWidth } from './sheet-style.ts';
import { signaturePiece } from './signature-piece.ts';

type Doc = PDFKit.PDFDocument;
type Block<K extends SheetBlock['kind']> = Extract<SheetBlock, { kind: K }>;
const left = sheetPage.margin;
const { ink, faint, ground } = sheetColours;

/** What a block is drawn of, from top to bottom. */
export function piecesOf(doc: Doc, block: SheetBlock): readonly Piece[] {
  switch (block.kind) {
    case 'facts':
      return [heading(doc, block.heading), ...block.facts.flatMap((one) => factPieces(doc, one)), space(6)];
    case 'text':
      return [
        heading(doc, block.heading),
        ...block.paragraphs.flatMap((text) => [...running(doc, text), space(5)]),
      ];
    case 'list':
      return [heading(doc, block.heading), ...block.items.flatMap((item) => listItem(doc, item)), space(6)];
    case 'decision':
      return decisionPieces(doc, block);
    case 'signature':
      return [signaturePiece(doc, block)];
    case 'note':
      return [space(4), ...lined(doc, block.text, { size: 8, height: 11, colour: faint, indent: 6 })];
  }
}

type Look = {
  readonly size: number;
  readonly height: number;
  readonly colour: string;
  readonly font?: 'regular' | 'bold';
  /** From the text's left edge. */
  readonly indent?: number;
};

function lined(doc: Doc, text: string, look: Look, isKept = false): Piece[] {
  const { size, height, colour, font = 'regular', indent = 0 } = look;
  doc.font(font).fontSize(size);
  return linesOf(doc, text, textWidth - indent).map((words) => ({
    height,
    isKeptWithNext: isKept,
    draw: (top) => {
      doc.font(font).fontSize(size).fillColor(colour);
      doc.text(words, left + indent, top + (height - size * 1.21) / 2, { lineBreak: false });
    },
  }));
}

/** Neither a paragraph's first line nor its last stands alone on a page. */
function running(doc: Doc, text: string): Piece[] {
  const lines = lined(doc, text, { size: 9.5, height: 13.5, colour: ink, indent: 6 });
  const [first, beforeLast] = [0, lines.length - 2];
  return lines.map((piece, index) => {
    const hasNext = index < lines.length - 1;
    return hasNext && (index === first || index === beforeLast) ? kept(piece) : piece;
  });
}

function heading(doc: Doc, words: string): Piece {
  return {
    height: 22,
    isKeptWithNext: true,
    draw: (top) => {
      doc.rect(left, top, textWidth, 16).fill(ground);
      doc.font('bold').fontSize(9).fillColor(ink);
      doc.text(words, left + 6, top + 3, { lineBreak: false });
    },
  };
}

const labelWidth = 128;

function factPieces(doc: Doc, { label, value }: SheetFact): Piece[] {
  const lines = lined(doc, value, { size: 9.5, height: 14, colour: ink, indent: labelWidth });
  return lines.map((piece, index) =>
    index > 0
      ? piece
      : {
          ...piece,
          draw: (top) => {
            doc.font('regular').fontSize(8.5).fillColor(faint);
            doc.text(label, left + 6, top + 2, { lineBreak: false });
            piece.draw(top);
          },
        },
  );
}

function listItem(doc: Doc, item: string): Piece[] {
  const lines = lined(doc, item, { size: 9.5, height: 13.5, colour: ink, indent: 18 });
  return lines.map((piece, index) =>
    index > 0
      ? piece
      : {
          ...piece,
          draw: (top) => {
            doc.circle(left + 10, top + 6.7, 1.6).fill(ink);
            piece.draw(top);
          },
        },
  );
}

function decisionPieces(doc: Doc, block: Block<'decision'>): Piece[] {
  const { heading: words, on, words: decided, options } = block;
  const bold = { size: 10.5, height: 15, colour: ink, font: 'bold' } as const;
  const said =
    decided === null
      ? options.flatMap((option) => withSquare(doc, lined(doc, option, { ...bold, indent: 20 }, true)))
      : lined(doc, decided, { ...bold, indent: 6 }, true);
  const about = lined(doc, on, { size: 8.5, height: 14, colour: faint, indent: 6 }, true);
  return [heading(doc, words), ...about, ...said, kept(space(8))];
}

function withSquare(doc: Doc, lines: readonly Piece[]): Piece[] {
  return lines.map((piece, index) =>
    index > 0
      ? piece
      : {
          ...piece,
          draw: (top) => {
            doc
              .rect(left + 6, top + 3, 9, 9)
              .lineWidth(0.8)
              .stroke(ink);
            piece.draw(top);
          },
        },
  );
}

function space(height: number): Piece {
  return { height, isKeptWithNext: false, draw: () => {} };
}

function kept(piece: Piece): Piece {
  return { ...piece, isKeptWithNext: true };
}
