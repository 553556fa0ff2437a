import type { SheetBlock, SheetFact } from '../../../src-shared/paper/sheet.ts';
import { pathsOf } from '../../../src-shared/rules/flat-signature.ts';
import { linesOf } from './lines-of.ts';
import { type Piece, sheetColours, sheetPage, textWidth } from './sheet-style.ts';

type Doc = PDFKit.PDFDocument;
type Block<K extends SheetBlock['kind']> = Extract<SheetBlock, { kind: K }>;
const left = sheetPage.margin;
const { ink, faint, line, ground } = sheetColours;

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
      return [space(4), ...lined(doc, block.text, { size: 8, height: 11, colour: faint })];
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

/** A paragraph's first line is not left behind at the foot of a page. */
function running(doc: Doc, text: string): Piece[] {
  const lines = lined(doc, text, { size: 9.5, height: 13.5, colour: ink });
  return lines.map((piece, index) => (index === 0 && lines.length > 1 ? kept(piece) : piece));
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

function decisionPieces(doc: Doc, { heading: words, words: decided, options }: Block<'decision'>): Piece[] {
  const bold = { size: 10.5, height: 15, colour: ink, font: 'bold' } as const;
  const said =
    decided === null
      ? options.flatMap((option) => withSquare(doc, lined(doc, option, { ...bold, indent: 20 }, true)))
      : lined(doc, decided, { ...bold, indent: 6 }, true);
  return [heading(doc, words), ...said, kept(space(8))];
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

const box = { width: 250, height: 96 } as const;

function signaturePiece(doc: Doc, { label, name, ink: drawn }: Block<'signature'>): Piece {
  return {
    height: box.height + 6,
    isKeptWithNext: true,
    draw: (top) => {
      doc.rect(left, top, box.width, box.height).lineWidth(0.5).stroke(line);
      doc.font('regular').fontSize(7).fillColor(faint);
      doc.text(label, left + 6, top + 5, { lineBreak: false });
      doc.font('bold').fontSize(9).fillColor(ink);
      doc.text(name, left + 6, top + box.height - 16, {
        width: box.width - 12,
        height: 11,
        ellipsis: true,
      });
      if (drawn === null) return;
      const scale = Math.min((box.width - 16) / drawn.width, (box.height - 36) / drawn.height);
      doc.save();
      doc.translate(left + (box.width - drawn.width * scale) / 2, top + 16).scale(scale);
      doc
        .lineWidth(1.3 / scale)
        .lineCap('round')
        .lineJoin('round')
        .strokeColor('#000');
      for (const path of pathsOf(drawn)) doc.path(path).stroke();
      doc.restore();
    },
  };
}

function space(height: number): Piece {
  return { height, isKeptWithNext: false, draw: () => {} };
}

function kept(piece: Piece): Piece {
  return { ...piece, isKeptWithNext: true };
}
