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
import { amendmentLines, type TopicNames } from './amendment-lines.ts';
import { attachmentLine } from './attachment-line.ts';

export type TimelineNames = TopicNames & {
  readonly actor: (actor: string) => string;
  readonly isUnsent: (entry: Entry) => boolean;
  /** The title of a text that was given. */
  readonly text: (textCode: string, hash: string) => string;
};

export type TimelineView = TimelineNames & {
  /** Leaves out what tells who an informant is: numbers, and the texts and notes around them. */
  readonly isNameless: boolean;
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
    return {
      id: entry.id,
      kind: line.kind,
      at: entry.at,
      actorName: view.actor(entry.actor),
      isUnsent: view.isUnsent(entry),
      title: line.title,
      text: line.text,
      smsState: line.smsState ?? null,
      given: line.given ?? null,
    };
  });
}

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
const noticeWords: Record<PayloadOf<'notice.given'>['method'], string> = {
  read_on_screen: 'ekranda okutuldu',
  printed: 'basılı verildi',
  read_aloud: 'sesli okundu',
  sent: 'yazılı gönderildi',
};
const smsReportWords: Record<PayloadOf<'sms.reported'>['state'], string> = {
  accepted: 'SMS gönderime alındı',
  delivered: 'SMS iletildi',
  failed: 'SMS iletilemedi',
};
const documentWords: Record<PayloadOf<'print.requested'>['document'], string> = {
  queue_ticket: 'Sıra fişi',
  application_receipt: 'Başvuru alındı belgesi',
};
const printWords: Record<PrintState, string> = {
  queued: 'Yeniden yazdırılacak',
  sent: 'Yazıcıya gönderildi',
  shown: 'Ekranda gösterildi',
  failed: 'Yazdırılamadı',
};
export const conflictWords: Record<ConflictReason, string> = {
  closed_before: 'Başvuru sonuçlandırıldıktan sonra geldi; durumu değiştirmedi.',
  not_open_to_team: 'Başvuru artık bu ekipte değilken geldi; durumu değiştirmedi.',
  closed_without_answer: 'Ekip yanıtlamadan sonuçlandırıldı.',
  amended_before: 'Aynı alanı başka biri daha önce değiştirmiş; hangisinin geçerli olacağı seçilmeli.',
  not_possible: 'Başvuru bu sırada buna uygun değildi; durumu değiştirmedi.',
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
        title: `Aydınlatma yapıldı: ${noticeWords[method]}`,
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
      const number = phone === null ? '' : ` (${maskPhone(phone)})`;
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
      const lines = amendmentLines(known.payload, view, 'masked').map(
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
      const title = `SMS hazırlandı: ${maskPhone(known.payload.to)}`;
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
      return attachmentLine(known, state, view.isNameless);
    default:
      return unknownLine;
  }
}
