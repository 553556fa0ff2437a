import type { RecordClass, RetentionUnit } from '../rules/retention.ts';

/** For papers and for the core's own sentences; the screen has its own in two languages. */
export const recordClassWords: Readonly<Record<RecordClass, string>> = {
  application: 'Başvuru dosyaları',
  consent: 'Açık rızalar',
  special_attachment: 'Özel nitelikli ekler',
  consumer: 'Tüketici kartları',
  phone_check: 'Telefon doğrulamaları',
  meeting: 'Görüşmeler',
  ticket: 'Sıra numaraları',
  call: 'Aktarılan çağrılar',
  audit: 'Denetim kayıtları',
};

const words: ReadonlyMap<string, string> = new Map(Object.entries(recordClassWords));

/** A class that a newer Banko has is called by its code. */
export function recordClassWord(code: string): string {
  return words.get(code) ?? code;
}

const unitWords: Readonly<Record<RetentionUnit, string>> = { day: 'gün', month: 'ay', year: 'yıl' };
const units: ReadonlyMap<string, string> = new Map(Object.entries(unitWords));

export function periodWords(amount: number, unit: string): string {
  return `${amount} ${units.get(unit) ?? unit}`;
}
