import type { PrintLine } from '../../../src-shared/contract/print.ts';
import type { LabelPrinter } from '../../../src-shared/contract/printers.ts';
import { assertNever } from '../../../src-shared/text/assert-never.ts';
import { type LabelField, type LabelLayout, layOutLabel } from './label-layout.ts';

/** Lines as one label in ZPL II, in UTF-8 (`^CI28`). */
export function encodeZpl(lines: readonly PrintLine[], printer: LabelPrinter): Uint8Array {
  const layout = layOutLabel(lines, printer);
  const commands = [
    '^XA',
    '^CI28',
    `^PW${layout.width}`,
    `^LL${layout.height}`,
    '^LH0,0',
    ...layout.fields.map((field) => encodeField(field, layout)),
    '^PQ1',
    '^XZ',
  ];
  return new TextEncoder().encode(`${commands.join('\n')}\n`);
}

function encodeField(field: LabelField, { left, column }: LabelLayout): string {
  switch (field.kind) {
    case 'text':
      return [
        `^FO${left},${field.y}`,
        `^A0N,${field.height},${field.height}`,
        `^FB${column},1,0,C`,
        data(field.text),
      ].join('');
    case 'rule':
      return `^FO${left},${field.y}^GB${column},${field.thickness},${field.thickness}^FS`;
    case 'barcode':
      // `>:` begins in code set B, as our codes are; `>` itself is written `>0` there.
      return [
        `^FO${field.x},${field.y}`,
        `^BY${field.module}`,
        `^BCN,${field.height},N,N,N`,
        data(`>:${field.value.replaceAll('>', '>0')}`),
      ].join('');
    case 'qr':
      // Correction M, then the data as bytes with their number.
      return [
        `^FO${field.x},${field.y}`,
        `^BQN,2,${field.magnification}`,
        data(`MM,B${String(new TextEncoder().encode(field.value).length).padStart(4, '0')}${field.value}`),
      ].join('');
    default:
      return assertNever(field);
  }
}

/** `^FH` lets bytes be written as `_5E`: a caret or tilde in a name would begin a command. */
function data(text: string): string {
  const escaped = text.replace(/[\^~_\p{Cc}]/gu, (char) => {
    const code = char.codePointAt(0) ?? 0;
    return code < 0x20 ? '' : `_${code.toString(16).toUpperCase().padStart(2, '0')}`;
  });
  return `^FH_^FD${escaped}^FS`;
}
