import type { PrinterSettings, PrintLine } from '../../../../src-shared/contract/print.ts';

/** Every letter that a wrong code page would lose, the sizes, and a barcode to scan. */
export function testPage(printer: PrinterSettings): readonly PrintLine[] {
  const line = { kind: 'text', align: 'center', bold: false } as const;
  return [
    { ...line, text: 'Banko deneme çıktısı', size: 'large' },
    { ...line, text: `${printer.host}:${printer.port} ${printer.codePage}`, size: 'small' },
    { kind: 'rule' },
    { ...line, text: 'ğüşıöç ĞÜŞİÖÇ', size: 'normal' },
    { ...line, text: 'A105', size: 'huge' },
    { kind: 'barcode', value: 'BANKO-TEST' },
  ];
}
