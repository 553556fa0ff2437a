import type { PrintLine } from '../../../src-shared/contract/print.ts';
import type { A4Printer, LabelPrinter, SlipPrinter } from '../../../src-shared/contract/printers.ts';
import type { PrintContent } from '../../core/ports.ts';

/** A slip printer on the network, as most branches have one. */
export function slipPrinterAt(host: string, port = 9100): SlipPrinter {
  return {
    connection: { kind: 'network', host, port },
    ...{ lettering: 'PC857', headDots: 576, cut: 'partial', buzzer: 'none' },
  };
}

export const labelPrinter: LabelPrinter = {
  connection: { kind: 'queue', name: 'Etiket' },
  ...{ dpi: 203, widthMm: 100, heightMm: 50 },
};
export const a4Printer: A4Printer = { connection: { kind: 'queue', name: 'Ofis' } };

/** The words and bar codes of a slip; none of a sheet. */
export function textsOf(lines: readonly PrintLine[]): readonly string[] {
  return lines.flatMap((line) =>
    line.kind === 'text' ? [line.text] : line.kind === 'barcode' ? [line.value] : [],
  );
}

export function linesIn(content: PrintContent | undefined): readonly PrintLine[] {
  return content?.kind === 'lines' ? content.lines : [];
}
