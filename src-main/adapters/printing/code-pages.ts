import type { Lettering } from '../../../src-shared/contract/printers.ts';

export type CodePage = Exclude<Lettering, 'raster'>;

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

/** Typographer's signs that mean the same in plain ones. */
const plainSigns: Readonly<Record<string, string>> = {
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

/** Whether the page has every sign of a text. No page has ₺, which came in 2012: such a line is drawn. */
export function isWritable(text: string, codePage: CodePage): boolean {
  return [...text.normalize('NFC')].every(
    (char) => char <= '\u007f' || byteOf[codePage].has(char) || char in plainSigns,
  );
}

/** The text in signs of one byte each, without what would be a command to the printer: control characters in a name. */
export function printable(text: string, codePage: CodePage): string {
  return [...text.normalize('NFC').replace(/\p{Cc}/gu, '')]
    .map((char) => (byteOf[codePage].has(char) ? char : (plainSigns[char] ?? char)))
    .join('');
}

/** A text as the printer's bytes. A sign without a place becomes `?`: what is not `isWritable` is drawn instead. */
export function encodeText(text: string, codePage: CodePage): number[] {
  return Array.from(printable(text, codePage), (char) => {
    const code = char.codePointAt(0) ?? 0;
    return code < 0x7f ? code : (byteOf[codePage].get(char) ?? 0x3f);
  });
}

function invert(table: Table): ReadonlyMap<string, number> {
  const places = [...table.upper].map((char, index): [string, number] => [char, 0x80 + index]);
  return new Map(places.filter(([char]) => char !== '\0'));
}
