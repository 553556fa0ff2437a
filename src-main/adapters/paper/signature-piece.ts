import type { SheetBlock } from '../../../src-shared/paper/sheet.ts';
import { pathsOf } from '../../../src-shared/rules/flat-signature.ts';
import { type Piece, sheetColours, sheetPage } from './sheet-style.ts';

const left = sheetPage.margin;
const { ink, faint, line } = sheetColours;
const box = { width: 250, height: 96 } as const;

/** What was drawn, as lines and in its own shape, or room for a pen. */
export function signaturePiece(
  doc: PDFKit.PDFDocument,
  { label, name, ink: drawn }: Extract<SheetBlock, { kind: 'signature' }>,
): Piece {
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
