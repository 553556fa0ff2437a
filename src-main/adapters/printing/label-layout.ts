import type { PrintLine } from '../../../src-shared/contract/print.ts';
import type { LabelPrinter } from '../../../src-shared/contract/printers.ts';
import { wrapText } from './wrap-text.ts';

type Text = Extract<PrintLine, { kind: 'text' }>;

/** What stands where on a label, in dots from its upper left corner. */
export type LabelField =
  | { readonly kind: 'text'; readonly y: number; readonly height: number; readonly text: string }
  | { readonly kind: 'rule'; readonly y: number; readonly thickness: number }
  | {
      readonly kind: 'barcode';
      readonly x: number;
      readonly y: number;
      readonly height: number;
      readonly module: number;
      readonly value: string;
    }
  | {
      readonly kind: 'qr';
      readonly x: number;
      readonly y: number;
      readonly magnification: number;
      readonly value: string;
    };

export type LabelLayout = {
  readonly width: number;
  readonly height: number;
  /** Left edge and width of the column that texts and rules stand in. */
  readonly left: number;
  readonly column: number;
  readonly fields: readonly LabelField[];
};

/** Heights in millimetres. */
const heights: Readonly<Record<Text['size'], number>> = { small: 2.6, normal: 3.4, large: 5.5, huge: 11 };
const barcodeMm = 9;
const marginMm = 2;
const ruleMm = 1.5;
/** Of its height, at most: the printer's own font is narrow and is not asked how wide it is. */
const widthOfChar = 0.6;
/** A QR code of up to 100 bytes is 37 modules wide and wants 4 of white on each side. */
const qrModules = 45;

/**
 * Puts lines one under the other, a QR code to the right of them. Where that is higher than the label, texts and bars
 * become smaller together, down to half; what would not fit then goes on over the edge rather than away.
 */
export function layOutLabel(lines: readonly PrintLine[], printer: LabelPrinter): LabelLayout {
  const dots = (mm: number) => Math.round((mm * printer.dpi) / 25.4);
  const [width, height, margin] = [dots(printer.widthMm), dots(printer.heightMm), dots(marginMm)];
  const qr = lines.find((line) => line.kind === 'qr');
  const magnification = Math.max(2, Math.min(printer.dpi === 203 ? 4 : 6, Math.floor(width / 3 / qrModules)));
  const qrWidth = qr === undefined ? 0 : qrModules * magnification;
  const column = width - 2 * margin - qrWidth;

  const wholeBar = (value: string) => code128Module(value, column);
  const placed = (scale: number): { fields: LabelField[]; bottom: number } => {
    const fields: LabelField[] = [];
    let y = margin;
    const write = (text: string, mm: number) => {
      const size = dots(mm * scale);
      for (const row of wrapText(
        text.normalize('NFC'),
        (piece) => piece.length * size * widthOfChar <= column,
      )) {
        fields.push({ kind: 'text', y, height: size, text: row });
        y += Math.round(size * 1.15);
      }
    };
    for (const line of lines) {
      if (line.kind === 'text' && line.text !== '') write(line.text, heights[line.size]);
      if (line.kind === 'rule') {
        fields.push({ kind: 'rule', y: y + dots((ruleMm * scale) / 2), thickness: 2 });
        y += dots(ruleMm * scale);
      }
      if (line.kind === 'barcode') {
        const bar = wholeBar(line.value);
        if (bar === undefined) write(line.value, heights.normal);
        else {
          const x = margin + Math.floor((column - bar.width) / 2);
          fields.push({ kind: 'barcode', x, y, height: dots(barcodeMm * scale), ...bar, value: line.value });
          y += dots((barcodeMm + 1) * scale);
        }
      }
    }
    return { fields, bottom: y };
  };

  const atFull = placed(1);
  const isTooHigh = atFull.bottom > height - margin;
  const { fields } = isTooHigh ? placed(Math.max(0.5, (height - 2 * margin) / atFull.bottom)) : atFull;
  if (qr !== undefined) {
    const x = width - margin - qrWidth + 4 * magnification;
    fields.push({ kind: 'qr', x, y: margin, magnification, value: qr.value });
  }
  return { width, height, left: margin, column, fields };
}

/** Whole dots a module, the widest that the column has room for with the quiet zones. */
function code128Module(value: string, column: number): { module: number; width: number } | undefined {
  if (!/^[\x20-\x7e]+$/.test(value)) return undefined;
  const modules = 11 * (value.length + 3) + 2;
  const module = Math.min(4, Math.floor(column / (modules + 20)));
  return module < 2 ? undefined : { module, width: modules * module };
}
