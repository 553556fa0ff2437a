import type { FlatSignature } from '../rules/flat-signature.ts';
import { formatDateTime } from '../text/format.ts';
import type { Sheet, SheetBlock, SheetFact } from './sheet.ts';

export type ConsentAct = 'informed' | 'accepted' | 'refused' | 'withdrawn';

/** The version of a text that was shown, word for word. */
export type SheetText = {
  readonly code: string;
  readonly version: number;
  /** Of what was shown, in hexadecimal. */
  readonly sha256: string;
  readonly title: string;
  readonly purpose: string | null;
  readonly dataCategories: readonly string[];
  readonly legalGrounds: readonly string[];
  readonly body: string;
};

export type ConsentRecord = {
  readonly organisation: string;
  readonly branch: string;
  /** Of this record; ASCII, since it is the barcode too. */
  readonly code: string;
  readonly text: SheetText;
  /** Null on paper that is still to be signed by hand: the person then ticks what they want. */
  readonly act: ConsentAct | null;
  /** When it was said, or when the paper was printed. */
  readonly at: string;
  readonly person: { readonly name: string; readonly capacity: string };
  /** How it was said, in words: on the screen, on paper, by phone. */
  readonly method: string;
  readonly clerk: string;
  readonly applicationNo: string | null;
  /** The drawn shape; `line` leaves room for a pen; null where the act took none. */
  readonly signature: FlatSignature | 'line' | null;
  /** Of a withdrawal: when what is taken back was given, and the code of its record. */
  readonly withdrawn?: { readonly givenAt: string; readonly code: string };
};

const titles = {
  informed: 'Bilgilendirme Kaydı',
  accepted: 'Açık Rıza Beyanı',
  refused: 'Açık Rıza Beyanı',
  withdrawn: 'Açık Rızanın Geri Alınması',
} as const satisfies Record<ConsentAct, string>;

const decisions = {
  informed: 'Bilgilendirildim: yukarıdaki metni okudum.',
  accepted: 'Açık rıza veriyorum: yukarıdaki metinde yazılan işlemeyi kabul ediyorum.',
  refused: 'Açık rıza vermiyorum: yukarıdaki metinde yazılan işlemeyi kabul etmiyorum.',
  withdrawn: 'Bu metin için verdiğim açık rızayı geri alıyorum.',
} as const satisfies Record<ConsentAct, string>;

/**
 * The record of one act on one text (KVKK md. 3 and 10): each consent is a sheet of its own, and so is the notice
 * (Tebliğ md. 5/1-f). It tells the time by the PC's clock alone: seal and timestamp come after these bytes, so that
 * the sheet can only say where to look for them.
 */
export function consentSheet(record: ConsentRecord): Sheet {
  const { text, act, at, signature } = record;
  return {
    organisation: record.organisation,
    place: record.branch,
    title: act === null ? 'Açık Rıza Beyanı' : titles[act],
    code: record.code,
    barcode: record.code,
    madeAt: at,
    blocks: [
      facts('Kayıt', aboutRecord(record)),
      facts('Metnin kimliği', [
        fact('Başlık', text.title),
        fact('Kod ve sürüm', `${text.code} · ${text.version}. sürüm`),
        fact('Metnin özeti (SHA-256)', text.sha256),
      ]),
      ...paragraphs('Amaç', text.purpose ?? ''),
      ...list('İşlenecek veriler', text.dataCategories),
      ...list('Hukuki dayanak', text.legalGrounds),
      ...paragraphs('Metin', text.body),
      decision(text, act),
      ...(signature === null ? [] : [signed(record.person.name, signature)]),
      { kind: 'note', text: noteOn(act) },
    ],
  };
}

function aboutRecord({ act, at, person, method, clerk, applicationNo, withdrawn }: ConsentRecord) {
  return [
    fact('Ad soyad', person.name),
    fact('Sıfatı', person.capacity),
    fact(act === null ? 'Yazdırılma zamanı' : 'Tarih ve saat', formatDateTime(at)),
    fact('Yöntem', method),
    fact('Kaydı yapan', clerk),
    ...(applicationNo === null ? [] : [fact('Başvuru no', applicationNo)]),
    ...(withdrawn === undefined
      ? []
      : [
          fact('Rızanın verildiği zaman', formatDateTime(withdrawn.givenAt)),
          fact('Geri alınan rızanın kaydı', withdrawn.code),
        ]),
  ];
}

function decision({ title, code, version }: SheetText, act: ConsentAct | null): SheetBlock {
  return {
    kind: 'decision',
    heading: 'Beyan',
    on: `“${title}” (${code}, ${version}. sürüm) için:`,
    words: act === null ? null : decisions[act],
    options: act === null ? [decisions.accepted, decisions.refused] : [],
  };
}

function signed(name: string, signature: FlatSignature | 'line'): SheetBlock {
  return {
    kind: 'signature',
    label: signature === 'line' ? 'Tarih ve imza' : 'İmza',
    name,
    ink: signature === 'line' ? null : signature,
  };
}

const voluntary =
  'Açık rıza vermek zorunlu değildir; verilmemesi başvurunun alınmasını etkilemez. Verilen rıza, ileriye dönük olarak her zaman geri alınabilir.';
const byClock = 'Buradaki tarih ve saat, kaydı yapan bilgisayarın saatidir.';
const whereSealed =
  'Elektronik mühür ve zaman damgası sayfada görünmez; bu dosyanın PDF okuyucudaki imza bölümünden denetlenir. Orada mühür yoksa belge mühürlenmemiştir.';

function noteOn(act: ConsentAct | null): string {
  if (act === null) return voluntary;
  if (act === 'informed') return `${byClock} ${whereSealed}`;
  if (act === 'withdrawn')
    return `Rızanın geri alınması ileriye dönük sonuç doğurur. ${byClock} ${whereSealed}`;
  return `${voluntary} ${byClock} ${whereSealed}`;
}

function fact(label: string, value: string): SheetFact {
  return { label, value };
}

function facts(heading: string, all: readonly SheetFact[]): SheetBlock {
  return { kind: 'facts', heading, facts: all };
}

function list(heading: string, items: readonly string[]): readonly SheetBlock[] {
  return items.length === 0 ? [] : [{ kind: 'list', heading, items }];
}

function paragraphs(heading: string, text: string): readonly SheetBlock[] {
  const all = text.split(/\n+/).filter((line) => line.trim() !== '');
  return all.length === 0 ? [] : [{ kind: 'text', heading, paragraphs: all }];
}
