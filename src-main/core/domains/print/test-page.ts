import type { PrintLine } from '../../../../src-shared/contract/print.ts';
import { letterings, type RawConnection } from '../../../../src-shared/contract/printers.ts';
import { headOf, type Sender } from '../../../../src-shared/paper/letterhead.ts';
import type { Paper } from '../../../../src-shared/paper/paper.ts';
import { assertNever } from '../../../../src-shared/text/assert-never.ts';
import type { Papers, PrintContent, Printer } from '../../ports.ts';

const everyLetter = 'ğüşıöç ĞÜŞİÖÇ';
const title = 'Banko deneme çıktısı';

/** Every letter that a wrong code page would lose, the sizes, and codes to scan. */
export async function testContent(printer: Printer, papers: Papers, sender: Sender): Promise<PrintContent> {
  switch (printer.role) {
    case 'slip':
      return { kind: 'lines', lines: slipLines(printer) };
    case 'label':
      return { kind: 'lines', lines: labelLines(printer) };
    case 'a4':
      return { kind: 'pdf', title, bytes: await papers.pdf(testSheet(printer.connection, sender)) };
    default:
      return assertNever(printer);
  }
}

/** The same letters in each way of writing them, each under its name, for a person to see which is right. */
export function letteringSamples(): PrintContent {
  return {
    kind: 'letterings',
    samples: letterings.map((lettering, index) => ({
      lettering,
      lines: [
        text(`${index + 1}) ${lettering === 'raster' ? 'RESIM' : lettering}`, 'normal', true),
        text(everyLetter, 'large'),
        { kind: 'rule' },
      ],
    })),
  };
}

function slipLines({ connection, lettering }: Extract<Printer, { role: 'slip' }>): readonly PrintLine[] {
  return [
    text(title, 'large'),
    text(`${nameOf(connection)} ${lettering}`, 'small'),
    { kind: 'rule' },
    text(everyLetter, 'normal'),
    text('1.250,50 ₺', 'normal'),
    text('A105', 'huge'),
    { kind: 'barcode', value: 'BANKO-TEST' },
    { kind: 'qr', value: 'BANKO-TEST' },
  ];
}

function labelLines({ connection, dpi }: Extract<Printer, { role: 'label' }>): readonly PrintLine[] {
  return [
    text(title, 'normal'),
    text(`${nameOf(connection)} ${dpi} dpi`, 'small'),
    text(everyLetter, 'normal'),
    { kind: 'barcode', value: 'BANKO-TEST' },
    { kind: 'qr', value: 'BANKO-TEST' },
  ];
}

function testSheet(connection: RawConnection, sender: Sender): Paper {
  return {
    title,
    head: headOf('form', sender),
    mark: null,
    code: { number: 'BANKO-TEST', trackingCode: 'BANKO-TEST', barcode: 'BANKO-TEST' },
    sections: [{ heading: nameOf(connection), rows: [{ kind: 'words', text: `${everyLetter} 1.250,50 ₺` }] }],
    signatures: [],
  };
}

function nameOf(connection: RawConnection): string {
  return connection.kind === 'queue' ? connection.name : `${connection.host}:${connection.port}`;
}

function text(value: string, size: Extract<PrintLine, { kind: 'text' }>['size'], bold = false): PrintLine {
  return { kind: 'text', text: value, size, align: 'center', bold };
}
