import type { Logo } from '../../../src-shared/rules/logo.ts';

type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** As large as the box allows, from its upper left corner. */
export function drawLogo(doc: PDFKit.PDFDocument, logo: Logo, { left, top, width, height }: Box): void {
  if (logo.kind === 'image') {
    doc.image(Buffer.from(logo.base64, 'base64'), left, top, { fit: [width, height] });
    return;
  }
  const scale = Math.min(width / logo.width, height / logo.height);
  doc.save();
  doc.translate(left, top).scale(scale);
  for (const { d, fill } of logo.shapes) doc.path(d).fill(fill);
  doc.restore();
}
