import type { TimelineItem } from '../../../../src-shared/contract/application-file.ts';
import type {
  ApplicationState,
  ConflictReason,
  PrintState,
  SmsState,
} from '../../../../src-shared/ledger/application-state.ts';
import { type Entry, inOrder } from '../../../../src-shared/ledger/entry.ts';
import { type KnownEntry, knownEntry, type PayloadOf } from '../../../../src-shared/ledger/entry-types.ts';
import { formatDateTime } from '../../../../src-shared/text/format.ts';
import { maskPhone } from '../../../../src-shared/text/phone.ts';
import { documentWords, noticeMethodWords } from '../../../../src-shared/text/words.ts';
import { seenWords } from '../person/person-view.ts';
import type { Sights } from '../person/viewer.ts';
import { amendmentLines, type TopicNames } from './amendment-lines.ts';
import { attachmentLine } from './attachment-line.ts';

import { consentLine } from './consent-line.ts';

export type TimelineNames = TopicNames & {
  readonly actor: (actor: string) => string;
  readonly isUnsent: (entry: Entry) => boolean;
  /** The title of a text that was given. */
  readonly text: (textCode: string, hash: string) => string;
};

export type TimelineView = TimelineNames & {
  readonly sights: Sights;
  /** Leaves out what tells who an informant is: numbers, and the texts and notes around them. */
  readonly isNameless: boolean;
  /** Says nothing of which data somebody consents to, and by which case of the law it is processed. */
  readonly isDesk: boolean;
};

type Line = Pick<TimelineItem, 'kind' | 'title' | 'text'> & {
  readonly smsState?: SmsState;
  readonly given?: TimelineItem['given'];
};

/** The file's story, oldest first: who, when, what, what was told to whom, what was printed. */
export function timelineOf(
  state: ApplicationState,
  entries: readonly Entry[],
  view: TimelineView,
): readonly TimelineItem[] {
  return inOrder(entries).map((entry) => {
    const known = knownEntry(entry);
    const line =
      entry.salt === null ? erasedLine : known === undefined ? unknownLine : lineOf(known, state, view);
    const isSaid = known !== undefined && hasWords.has(known.type);
    return {
      id: entry.id,
      kind: line.kind,
      at: entry.at,
      actorName: view.actor(entry.actor),
      isUnsent: view.isUnsent(entry),
      title: line.title,
      text: isSaid ? seenWords(line.text, view.sights) : line.text,
      smsState: line.smsState ?? null,
      given: line.given ?? null,
    };
  });
}

/** What somebody has said or written about the matter; the rest says only what was done. */
const hasWords: ReadonlySet<string> = new Set<KnownEntry['type']>([
  'application.registered',
  'application.routed',
  'team.answered',
  'team.returned',
  'call.attempted',
  'applicant.awaited',
  'applicant.supplied',
  'application.amended',
  'application.reopened',
  'conflict.settled',
  'application.closed',
  'sms.requested',
]);

const unknownLine: Line = {
  kind: 'unknown',
  title: 'Bu sürümün tanımadığı bir kayıt',
  text: '',
};

const erasedLine: Line = { kind: 'unknown', title: 'İçeriği imha edilmiş kayıt', text: '' };

const callWords: Record<PayloadOf<'call.attempted'>['result'], string> = {
  reached: 'Arandı, görüşüldü',
  no_answer: 'Arandı, yanıt vermedi',
  wrong_person: 'Arandı, numara başkasının',
  refused_verification: 'Arandı, kimliğini doğrulamadı',
};
const smsReportWords: Record<PayloadOf<'sms.reported'>['state'], string> = {
  accepted: 'SMS gönderime alındı',
  delivered: 'SMS iletildi',
  failed: 'SMS iletilemedi',
};
const printWords: Record<PrintState, string> = {
  queued: 'Yeniden yazdırılacak',
  sent: 'Yazıcıya gönderildi',
  confirmed: 'Kâğıt çıktı',
  shown: 'Ekranda gösterildi',
  failed: 'Yazdırılamadı',
};
export const conflictWords: Record<ConflictReason, string> = {
  closed_before: 'Başvuru sonuçlandırıldıktan sonra geldi; durumu değiştirmedi.',
  not_open_to_team: 'Başvuru artık bu ekipte değilken geldi; durumu değiştirmedi.',
  closed_without_answer: 'Ekip yanıtlamadan sonuçlandırıldı.',
  amended_before: 'Aynı alanı başka biri daha önce değiştirmiş; hangisinin geçerli olacağı seçilmeli.',
  not_possible: 'Başvuru bu sırada buna uygun değildi; durumu değiştirmedi.',
  reviewed_before: 'Rızası geri alınan verinin ne olacağına başka biri daha önce karar vermiş; ilki geçerli.',
  registered_before: 'Aynı başvuru ikinci kez kaydedildi; ilki geçerli.',
};

function lineOf(known: KnownEntry, state: ApplicationState, view: TimelineView): Line {
  switch (known.type) {
    case 'application.registered':
      return { kind: 'registered', title: 'Başvuru kayda alındı', text: known.payload.description };
    case 'notice.given': {
      const { method, textCode: code, textVersion: version, textHash: hash } = known.payload;
      return {
        kind: 'notice',
        title: `Aydınlatma yapıldı: ${noticeMethodWords[method]}`,
        text: `${view.text(code, hash)}, sürüm ${version}`,
        given: { code, version, hash },
      };
    }
    case 'application.routed':
      return {
        kind: 'routed',
        title: `Ekibe yönlendirildi: ${known.payload.teamName}`,
        text: known.payload.note,
      };
    case 'application.taken':
      return { kind: 'taken', title: 'Ekip üzerine aldı', text: '' };
    case 'team.answered':
      return { kind: 'answered', title: 'Ekip yanıtladı', text: known.payload.answer };
    case 'team.returned':
      return { kind: 'returned', title: 'Ekip geri gönderdi', text: known.payload.reason };
    case 'call.attempted': {
      const { result, phone, note, callBackAt } = known.payload;
      if (view.isNameless) return { kind: 'called', title: callWords[result], text: '' };
      const isNumberHidden = phone === null || view.sights('phone') === 'absent';
      const number = isNumberHidden ? '' : ` (${maskPhone(phone)})`;
      const again = callBackAt === undefined ? '' : ` · yeniden aranacak: ${formatDateTime(callBackAt)}`;
      return { kind: 'called', title: `${callWords[result]}${number}${again}`, text: note };
    }
    case 'applicant.awaited': {
      const title = `Başvurandan bekleniyor${known.payload.pause === null ? '' : ' (süre durdu)'}`;
      return { kind: 'awaited', title, text: view.isNameless ? '' : known.payload.missing };
    }
    case 'applicant.supplied':
      return { kind: 'supplied', title: 'Bekleme bitti', text: view.isNameless ? '' : known.payload.note };
    case 'application.amended': {
      const lines = amendmentLines(known.payload, view, view.sights).map(
        ({ label, from, to }) => `${label}: ${from || '—'} → ${to || '—'}`,
      );
      const text = [known.payload.reason, ...lines].join('\n');
      return { kind: 'amended', title: 'Kayıt düzeltildi', text: view.isNameless ? '' : text };
    }
    case 'application.escalated':
      return {
        kind: 'escalated',
        title: `Ekip süresinde üstlenmedi (${formatDateTime(known.payload.dueAt)})`,
        text: '',
      };
    case 'application.linked': {
      const { relation, otherNo } = known.payload;
      return {
        kind: 'linked',
        title: `${relation === 'duplicate' ? 'Aynı konuda' : 'İlgili'} başvuru bağlandı: ${otherNo}`,
        text: '',
      };
    }
    case 'application.unlinked':
      return { kind: 'linked', title: 'Başvuru bağlantısı kaldırıldı', text: '' };
    case 'application.reopened':
      return { kind: 'reopened', title: 'Yeniden açıldı', text: known.payload.reason };
    case 'conflict.settled': {
      const title =
        known.payload.settlement === 'keep'
          ? 'Çakışmada duran geçerli kaldı'
          : 'Çakışmada öbürü geçerli kılındı';
      return { kind: 'settled', title, text: known.payload.note };
    }
    case 'application.closed':
      return { kind: 'closed', title: 'Başvuru sonuçlandırıldı', text: known.payload.outcome };
    case 'sms.requested': {
      const sms = state.messages.find((message) => message.smsId === known.payload.smsId);
      const smsState = sms?.state ?? 'waiting';
      if (view.isNameless) return { kind: 'sms', title: 'SMS hazırlandı', text: '', smsState };
      const number = view.sights('phone') === 'absent' ? '' : `: ${maskPhone(known.payload.to)}`;
      const title = `SMS hazırlandı${number}`;
      return { kind: 'sms', title, text: known.payload.text, smsState };
    }
    case 'sms.reported': {
      const { state: reported, detail } = known.payload;
      // On acceptance the detail is the provider's reference, which tells a clerk nothing.
      const text = reported === 'accepted' ? '' : detail;
      return { kind: 'sms_report', title: smsReportWords[reported], text };
    }
    case 'print.requested': {
      const copy = known.payload.copyNo === 1 ? '' : ' (KOPYA)';
      return {
        kind: 'print',
        title: `${documentWords[known.payload.document]} yazdırılacak${copy}`,
        text: '',
      };
    }
    case 'print.reported':
      return { kind: 'print_report', title: printWords[known.payload.state], text: known.payload.reason };
    // Why is for who answers for it (`hold.get`): it may be an inquiry that nobody else knows of.
    case 'hold.placed':
      return { kind: 'hold', title: 'Muhafaza altına alındı: imha edilmez', text: '' };
    case 'hold.lifted':
      return { kind: 'hold', title: 'Muhafaza kaldırıldı', text: '' };
    case 'attachment.added':
    case 'attachment.withdrawn':
      return attachmentLine(known, state, view.sights);
    case 'consent.printed':
    case 'consent.decided':
    case 'consent.withdrawn':
    case 'consent.sealed':
    case 'consent.timestamped':
    case 'consent.scanned':
    case 'special.grounded':
    case 'consent.reviewed':
      return consentLine(known, state, view);
    default:
      return unknownLine;
  }
}
