import type { ExportedApplication, PersonExport } from '../rules/person-export.ts';
import { formatFileSize } from '../text/file-size.ts';
import { formatDate, formatDateTime } from '../text/format.ts';
import { formatPhone } from '../text/phone.ts';
import { headOf, type Sender } from './letterhead.ts';
import type { Paper, PaperRow, PaperSection } from './paper.ts';

/** What is known of a person, to be read by that person. */
export function personPaper(sender: Sender, known: PersonExport): Paper {
  return {
    title: 'Kişisel Veri Dökümü',
    head: headOf('form', sender),
    mark: null,
    code: null,
    sections: [
      {
        heading: 'Döküm',
        rows: [
          row(
            ['KVKK başvurusu', known.requestNo, 4],
            ['Hazırlandı', formatDateTime(known.madeAt), 4],
            ['Dayanak', '6698 sayılı Kanun md. 11', 4],
          ),
          ...known.notHere.map(words),
        ],
      },
      card(known),
      ...known.applications.map(application),
      traces(known),
    ],
    signatures: [],
  };
}

function card({ card }: PersonExport): PaperSection {
  return {
    heading: 'Tüketici kartı',
    rows: [
      row(['Ad soyad / unvan', card.name, 6], ['Kimlik / vergi no', card.identityNo ?? '—', 6]),
      row(['Telefon', phone(card.phone), 6], ['E-posta', card.email ?? '—', 6]),
      row(['Adres', card.premises ?? '—', 8], ['Tesisatlar', card.installations.join(', ') || '—', 4]),
    ],
  };
}

function application(said: ExportedApplication): PaperSection {
  const { applicant } = said;
  return {
    heading: `Başvuru ${said.applicationNo}`,
    rows: [
      row(
        ['Kayıt', formatDateTime(said.registeredAt), 4],
        ['Geliş yolu', said.channel, 4],
        ['Durum', said.status, 4],
      ),
      row(['Konu', said.topic, 5], ['Tür', said.type, 3], ['Sıfat', said.capacity, 4]),
      applicant === null
        ? words('Başvuran başka bir kişidir; onun bilgileri çıkarılmıştır.')
        : row(
            [
              'Başvuran',
              `${applicant.name}${applicant.identityNo === null ? '' : `, ${applicant.identityNo}`}`,
              6,
            ],
            ['Telefon', phone(applicant.phone ?? applicant.landline), 3],
            ['E-posta', applicant.email ?? '—', 3],
          ),
      row(['Adres', said.premises ?? '—', 8], ['Tesisat no', said.installationNo ?? '—', 4]),
      words(`Açıklama: ${said.description}`),
      ...said.answers.map(({ label, value }) => words(`${label}: ${value}`)),
      ...(said.outcome === null
        ? []
        : [words(`Sonuç (${formatDateTime(said.closedAt ?? '')}): ${said.outcome}`)]),
      ...said.notices.map(({ at, text, version }) =>
        words(`Aydınlatma: ${text}, sürüm ${version}, ${formatDateTime(at)}`),
      ),
      ...said.messages.map(({ at, to, text }) => words(`SMS ${formatDateTime(at)}, ${phone(to)}: ${text}`)),
      ...said.files.map((file) =>
        words(
          `Ek: ${file.name}, ${formatFileSize(file.size)}, ${formatDate(file.addedAt)}, SHA-256 ${file.sha256}`,
        ),
      ),
      ...said.meetings.map(({ openedAt, unit, result }) =>
        words(`Görüşme ${formatDateTime(openedAt)}, ${unit}${result === '' ? '' : `: ${result}`}`),
      ),
      ...said.timeline.map(({ at, what, text }) =>
        words(`${formatDateTime(at)} · ${what}${text === '' ? '' : `: ${text}`}`),
      ),
    ],
  };
}

const roleWords: ReadonlyMap<string, string> = new Map([
  ['reception', 'Karşılama'],
  ['clerk', 'Çözüm noktası'],
  ['unit', 'Birim'],
  ['supervisor', 'Amir'],
  ['administrator', 'Yönetici'],
]);

function traces({ looks, phoneChecks, drafts, foundInCrmAt }: PersonExport): PaperSection {
  return {
    heading: 'Kim baktı ve başka izler',
    rows: [
      ...looks.map(({ day, role, count }) =>
        words(`${formatDate(day)}: ${roleWords.get(role) ?? 'Banko'}, ${count} kez bakıldı`),
      ),
      ...phoneChecks.map(({ at, phone: number, what }) =>
        words(
          `${formatDateTime(at)}: ${phone(number)} numarasına ${what === 'verified' ? 'gönderilen kod doğrulandı' : 'doğrulama kodu gönderildi'}`,
        ),
      ),
      ...drafts.map(({ savedAt }) =>
        words(`Yarım kalmış form: ${formatDateTime(savedAt)} (yedi gün sonra silinir)`),
      ),
      ...(foundInCrmAt === null
        ? []
        : [words(`CRM’de bulundu: ${formatDateTime(foundInCrmAt)} (yedi gün sonra silinir)`)]),
      words(
        looks.length === 0
          ? 'Kayıtlara bakan olmamış.'
          : 'Bakan görevlilerin adı üçüncü kişi verisidir, yazılmaz.',
      ),
    ],
  };
}

function phone(number: string | null): string {
  return number === null ? '—' : formatPhone(number);
}

function row(...fields: readonly (readonly [label: string, value: string, columns: number])[]): PaperRow {
  return { kind: 'fields', fields: fields.map(([label, value, columns]) => ({ label, value, columns })) };
}

function words(text: string): PaperRow {
  return { kind: 'words', text };
}
