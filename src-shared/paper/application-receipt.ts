import { applicantShort } from '../text/applicant-short.ts';
import { formatDate, formatDateTime } from '../text/format.ts';
import { maskPhone } from '../text/phone.ts';
import { formatTrackingCode, trackingLink } from '../text/tracking-code.ts';
import { applicationTypeWords, channelWords, noticeMethodWords, replyChannelWords } from '../text/words.ts';
import { type ApplicationOnPaper, codeOf, topicOf } from './application-on-paper.ts';
import { headOf, type Sender } from './letterhead.ts';
import type { Paper, PaperField, PaperMark, PaperSection } from './paper.ts';
import { field, fields, paragraphs } from './rows.ts';

type Receipt = {
  readonly sender: Sender;
  readonly application: ApplicationOnPaper;
  /** Without a scheme, as it is read aloud. */
  readonly trackingUrl: string;
  readonly mark: PaperMark | null;
};

/**
 * What the applicant takes along (SP-1, WR-2). It is carried about and left lying, so it tells nobody who applied with
 * which number, nor the matter in their words.
 */
export function applicationReceipt({ sender, application, trackingUrl, mark }: Receipt): Paper {
  return {
    title: 'Başvuru Alındı Belgesi',
    head: headOf('form', sender),
    mark,
    code: codeOf(application),
    sections: [matter(application), applicantOf(application), next(application, trackingUrl)],
    signatures: [],
  };
}

function matter(application: ApplicationOnPaper): PaperSection {
  return {
    heading: 'Başvuru',
    rows: [
      fields(
        field('Başvuru no', 4, application.applicationNo),
        field('Kayıt tarihi ve saati', 4, formatDateTime(application.registeredAt)),
        field('Geliş yolu', 4, channelWords[application.channel]),
      ),
      fields(
        field('Türü', 4, applicationTypeWords[application.applicationType]),
        field('Konu', 8, topicOf(application)),
      ),
      fields(
        field('En geç sonuçlandırma günü', 4, formatDate(application.dueAt)),
        field('Kayda alan', 8, application.registeredBy),
      ),
    ],
  };
}

function applicantOf({ applicant, isInformant, replyChannel, notice }: ApplicationOnPaper): PaperSection {
  const told =
    notice === null
      ? 'Yapılmadı'
      : `${formatDateTime(notice.at)}, ${noticeMethodWords[notice.method]} (${notice.title}, sürüm ${notice.version})`;
  return {
    heading: 'Başvuru sahibi',
    rows: [
      fields(
        field('Ad', 4, isInformant ? 'Saklı' : applicantShort(applicant.name, applicant.kind !== 'person')),
        phoneOf(applicant.phone, isInformant),
        field('Sonucun bildirileceği yol', 4, replyChannelWords[replyChannel]),
      ),
      fields(field('Kişisel verilere ilişkin aydınlatma', 12, told)),
    ],
  };
}

function phoneOf(phone: string | null, isHidden: boolean): PaperField {
  return field('Cep telefonu', 4, isHidden ? 'Saklı' : phone === null ? 'Bildirilmedi' : maskPhone(phone));
}

function next({ dueAt, trackingCode }: ApplicationOnPaper, trackingUrl: string): PaperSection {
  return {
    heading: 'Bundan sonra',
    rows: [
      ...paragraphs(
        `Başvurunuz incelenir ve en geç ${formatDate(dueAt)} günü sonuçlandırılır. Sonuç size seçtiğiniz yolla bildirilir. Eksik bir bilgi ya da belge olursa sizi ararız.`,
      ),
      {
        kind: 'qr',
        value: trackingLink(trackingUrl, trackingCode),
        heading: `Takip kodu ${formatTrackingCode(trackingCode)}`,
        text: `Başvurunuzu ${trackingUrl} adresinde bu kodla izleyin ya da karekodu telefonunuzla okutun. Bu kodu bilen herkes başvurunun durumunu görebilir; belgeyi saklayınız.`,
      },
    ],
  };
}
