import type { ContactKind } from '../ledger/switchboard-entries.ts';
import { readCsv } from '../text/csv.ts';
import { foldTurkish } from '../text/fold.ts';

/** The heads that a file may have, in the words that stand in it. */
export const directoryHeads = ['Tür', 'Ad', 'Birim', 'Unvan', 'Dahili', 'Telefon', 'SIP', 'Yedek'] as const;
type Head = (typeof directoryHeads)[number];

/** A column that is missing would empty what stands there already; without `Tür` all are people. */
const neededHeads = directoryHeads.filter((head) => head !== 'Tür');
const kinds: Readonly<Record<string, ContactKind>> = { '': 'person', kisi: 'person', birim: 'department' };

export type DirectoryLine = {
  readonly line: number;
  /** Undefined for a word that is none. */
  readonly kind: ContactKind | undefined;
  readonly name: string;
  readonly department: string;
  readonly title: string;
  readonly extension: string;
  readonly directPhone: string;
  readonly sip: string;
  /** The name of who is asked instead; empty for nobody. */
  readonly backup: string;
};

export type DirectoryFile =
  | { readonly ok: true; readonly lines: readonly DirectoryLine[] }
  | { readonly ok: false; readonly line: number; readonly message: string };

/** Reads a directory by its heads, in whatever order they stand. What the fields hold is judged elsewhere. */
export function readDirectoryCsv(text: string): DirectoryFile {
  const [first, ...records] = readCsv(text);
  if (first === undefined) return { ok: false, line: 1, message: 'Dosyada satır yok.' };
  const folded = first.fields.map(foldTurkish);
  const missing = neededHeads.filter((head) => !folded.includes(foldTurkish(head)));
  if (missing.length > 0)
    return {
      ok: false,
      line: first.line,
      message: `İlk satırda şu başlıklar olmalı: ${missing.join(', ')}. Alanlar noktalı virgülle ayrılır.`,
    };
  const place = (head: Head) => folded.indexOf(foldTurkish(head));
  const places = new Map(directoryHeads.map((head) => [head, place(head)]));
  return {
    ok: true,
    lines: records.map(({ line, fields }) => {
      const of = (head: Head) => fields[places.get(head) ?? -1] ?? '';
      return {
        line,
        kind: kinds[foldTurkish(of('Tür'))],
        name: of('Ad'),
        department: of('Birim'),
        title: of('Unvan'),
        extension: of('Dahili'),
        directPhone: of('Telefon'),
        sip: of('SIP'),
        backup: of('Yedek'),
      };
    }),
  };
}
