import { applicantKinds, applicationTypes, replyChannels } from '../ledger/application-entries.ts';
import { fieldWords } from '../text/field-words.ts';
import { formatDateTime } from '../text/format.ts';
import { formatPhone } from '../text/phone.ts';
import {
  applicantKindWords,
  applicationTypeWords,
  capacityWords,
  channelWords,
  replyChannelWords,
} from '../text/words.ts';
import { type ApplicationOnPaper, codeOf, topicOf } from './application-on-paper.ts';
import { headOf, type Sender } from './letterhead.ts';
import type { Paper, PaperChoice, PaperMark, PaperRow, PaperSection } from './paper.ts';
import { field, fields, pairs } from './rows.ts';

type Form = {
  readonly sender: Sender;
  readonly file: ApplicationOnPaper | null;
  readonly mark: PaperMark | null;
};

/**
 * The Consumer Contact Form (Tüketici İletişim Formu, WR-1): of an application as it was taken down, or blank for a
 * hand. Notice and consent are papers of their own; here stands only that the notice was given (KVKK md. 10).
 */
export function contactForm({ sender, file, mark }: Form): Paper {
  return {
    title: 'Tüketici İletişim Formu',
    head: headOf('form', sender),
    mark,
    code: file && codeOf(file),
    sections: [office(file), applicant(file), premises(file), matter(file), reply(file)],
    signatures: [
      {
        label: 'Başvuru sahibi: ad soyad, tarih, imza',
        words: 'Yukarıdaki bilgilerin doğru olduğunu bildiririm.',
      },
      { label: 'Kayda alan: ad soyad, imza', words: file?.registeredBy ?? '' },
    ],
  };
}

function office(file: ApplicationOnPaper | null): PaperSection {
  return {
    heading: 'Başvuru bilgileri (görevli doldurur)',
    rows: [
      fields(
        field('Başvuru no', 3, file?.applicationNo),
        field('Kayıt tarihi ve saati', 3, file && formatDateTime(file.registeredAt)),
        field('Geliş yolu', 3, file && channelWords[file.channel]),
        field('Evrak no (EYS)', 3, file?.edmsNo),
      ),
    ],
  };
}

function applicant(file: ApplicationOnPaper | null): PaperSection {
  const person = file?.applicant;
  return {
    heading: 'Başvuru sahibi',
    rows: [
      choice('Türü', applicantKinds, applicantKindWords, person?.kind),
      fields(
        field('Ad soyad / unvan', 6, person?.name),
        field('T.C. kimlik no / vergi no', 3, person?.identityNo),
        field('Sıfatı', 3, file && capacityWords[file.capacity]),
      ),
      fields(
        field('Cep telefonu', 3, phone(person?.phone)),
        field('Sabit telefon', 3, phone(person?.landline)),
        field('E-posta', 6, person?.email),
      ),
      fields(field('Sıfatı gösteren belge (vekâletname, yetki belgesi …)', 12, file?.capacityEvidence)),
    ],
  };
}

function premises(file: ApplicationOnPaper | null): PaperSection {
  const place = file?.premises;
  return {
    heading: 'Kullanım yeri',
    rows: [
      fields(
        field('Tesisat no', 3, file?.installationNo),
        field('İl', 3, place?.province),
        field('İlçe', 3, place?.district),
        field('Mahalle / köy', 3, place?.neighbourhood),
      ),
      fields(field('Cadde / sokak', 9, place?.street), field('Kapı no', 3, place?.doorNo)),
    ],
  };
}

function matter(file: ApplicationOnPaper | null): PaperSection {
  const answers = file?.topicFields ?? [];
  return {
    heading: 'Başvurunun konusu',
    rows: [
      choice('Türü', applicationTypes, applicationTypeWords, file?.applicationType),
      fields(
        field('Konu', 8, file && topicOf(file)),
        field('Olay zamanı', 4, file?.eventAt && formatDateTime(file.eventAt)),
      ),
      ...pairs(answers.map(({ label, value }) => field(label, 6, fieldWords(value)))),
      fields({ ...field('Açıklama', 12, file?.description), lines: 9 }),
    ],
  };
}

function reply(file: ApplicationOnPaper | null): PaperSection {
  return {
    heading: 'Sonuç nasıl bildirilsin (birini seçin)',
    rows: [
      choice('Dönüş yolu', replyChannels, replyChannelWords, file?.replyChannel),
      {
        kind: 'words',
        text: 'Kişisel verilerin işlenmesine ilişkin aydınlatma metni başvuru sahibine ayrıca verilir; bu imza bir açık rıza değildir. Başvurunun sonucu, kayda alındığına ilişkin SMS’teki takip koduyla internet sitesinden de izlenebilir.',
      },
    ],
  };
}

function choice<T extends string>(
  label: string,
  values: readonly T[],
  words: Readonly<Record<T, string>>,
  chosen: T | undefined,
): PaperRow {
  const options = values.map((value): PaperChoice['options'][number] => ({
    label: words[value],
    isChosen: value === chosen,
  }));
  return { kind: 'choice', label, options };
}

function phone(number: string | null | undefined): string | undefined {
  return number ? formatPhone(number) : undefined;
}
