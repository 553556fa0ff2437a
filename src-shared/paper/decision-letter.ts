import type { OutcomeKind } from '../rules/closing-guard.ts';
import { formatDate } from '../text/format.ts';
import { applicationTypeWords, outcomeKindWords } from '../text/words.ts';
import { type ApplicationOnPaper, codeOf, topicOf } from './application-on-paper.ts';
import { headOf, type Sender } from './letterhead.ts';
import type { Paper, PaperMark } from './paper.ts';
import { paragraphs } from './rows.ts';

/** What became of an application, in the words that it is told by. */
export type Decision = {
  readonly outcomeKind: OutcomeKind;
  readonly outcome: string;
  readonly at: string;
  /** Who signs. */
  readonly by: string;
};

type Letter = {
  readonly sender: Sender;
  readonly application: ApplicationOnPaper;
  readonly decision: Decision;
  readonly mark: PaperMark | null;
};

/** WR-4: the outcome in writing, in full (THY: in writing or on a durable medium). */
export function decisionLetter({ sender, application, decision, mark }: Letter): Paper {
  const { organisation } = sender;
  const { signatory, name, letterClosing, objectionInfo, isApproved } = organisation;
  const draft = isApproved ? '' : '(Taslak metin: hukuk biriminin onayı bekleniyor.)';
  return {
    title: 'Başvuru Sonuç Yazısı',
    head: headOf('letter', sender),
    mark,
    code: codeOf(application),
    sections: [
      {
        heading: null,
        rows: [
          {
            kind: 'lines',
            lines: [
              `Sayı: ${application.applicationNo}`,
              `Tarih: ${formatDate(decision.at)}`,
              `Konu: ${topicOf(application)}`,
            ],
          },
          { kind: 'lines', lines: addressee(application) },
          ...paragraphs(opening(application)),
          ...paragraphs(`Sonuç: ${outcomeKindWords[decision.outcomeKind]}`, 'strong'),
          ...paragraphs(decision.outcome),
          ...paragraphs(letterClosing),
          { kind: 'sign_off', lines: [decision.by, signatory, name].filter((line) => line !== '') },
        ],
      },
      ...(objectionInfo === ''
        ? []
        : [
            {
              heading: 'Sonuca itiraz',
              rows: [...paragraphs(objectionInfo, 'small'), ...paragraphs(draft, 'small')],
            },
          ]),
    ],
    signatures: [],
  };
}

/** Neither identity number nor telephone: an envelope is opened by others too. */
function addressee({ applicant, premises }: ApplicationOnPaper): readonly string[] {
  const street = [premises?.street, premises?.doorNo && `No: ${premises.doorNo}`].filter(Boolean).join(' ');
  const town = [premises?.district, premises?.province].filter(Boolean).join(' / ');
  return [`Sayın ${applicant.name}`, premises?.neighbourhood ?? '', street, town].filter(
    (line) => line !== '',
  );
}

function opening({ registeredAt, applicationNo, applicationType }: ApplicationOnPaper): string {
  const kind = applicationTypeWords[applicationType].toLocaleLowerCase('tr-TR');
  return `${formatDate(registeredAt)} tarihinde kayda alınan ${applicationNo} numaralı başvurunuz (${kind}) incelenmiş ve aşağıdaki gibi sonuçlandırılmıştır.`;
}
