import type { PrinterSettings } from '../../../src-shared/contract/print.ts';

export type CodePage = PrinterSettings['codePage'];

type Table = {
  /** The n of `ESC t n` in Epson's character code tables. */
  readonly select: number;
  /** What the bytes 0x80–0xff stand for; `\0` where the table has nothing. */
  readonly upper: string;
};

const tables: Readonly<Record<CodePage, Table>> = {
  PC857: {
    select: 13,
    upper:
      'ÇüéâäàåçêëèïîıÄÅÉæÆôöòûùİÖÜø£ØŞşáíóúñÑĞğ¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
      '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ºªÊËÈ\0ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµ\0×ÚÛÙìÿ¯´\u00ad±\0¾¶§÷¸°¨·¹³²■\u00a0',
  },
  WPC1254: {
    select: 48,
    upper:
      '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0\0\0\0‘’“”•–—˜™š›œ\0\0Ÿ\u00a0¡¢£¤¥¦§¨©ª«¬\u00ad®¯°±²³´µ¶·¸¹º»¼½¾¿' +
      'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞßàáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ',
  },
};

/** Said in other letters where a code page lacks them. No page has ₺, which came in 2012. */
const spelledOut: Readonly<Record<string, string>> = {
  '₺': 'TL',
  '€': 'EUR',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '...',
  '•': '*',
  '\u00a0': ' ',
  '\u202f': ' ',
};

const byteOf = { PC857: invert(tables.PC857), WPC1254: invert(tables.WPC1254) } satisfies Record<
  CodePage,
  ReadonlyMap<string, number>
>;

export function selectorOf(codePage: CodePage): number {
  return tables[codePage].select;
}

/**
 * A text as the printer's bytes. A letter without a place loses its mark (ż → z), the rest becomes `?`.
 * Control characters are left out: in a name they would be commands to the printer.
 */
export function encodeText(text: string, codePage: CodePage): number[] {
  return [...text.normalize('NFC')].flatMap((char) => encodeChar(char, codePage));
}

function encodeChar(char: string, codePage: CodePage): number[] {
  const code = char.codePointAt(0) ?? 0;
  if (code < 0x20 || code === 0x7f) return [];
  if (code < 0x7f) return [code];
  const byte = byteOf[codePage].get(char);
  if (byte !== undefined) return [byte];
  const other = spelledOut[char] ?? char.normalize('NFKD').replace(/[^\x20-\x7e]/g, '');
  return Array.from(other === '' ? '?' : other, (plain) => plain.charCodeAt(0));
}

function invert(table: Table): ReadonlyMap<string, number> {
  const places = [...table.upper].map((char, index): [string, number] => [char, 0x80 + index]);
  return new Map(places.filter(([char]) => char !== '\0'));
}
