import type { callResults, outcomeKinds } from '../../src-shared/ledger/application-entries.ts';
import type { ApplicationStatus } from '../../src-shared/ledger/application-moves.ts';
import { applicationTypeWords } from '../../src-shared/text/words.ts';

/** How a team sees the state. */
const statusWords: Record<ApplicationStatus, string> = {
  registered: 'Kayıtlı',
  routed: 'Bekliyor',
  in_progress_at_team: 'İşlemde',
  answered_by_team: 'Cevaplandı',
  returned_to_router: 'İade edildi',
  contacting_customer: 'Başvuran aranıyor',
  waiting_for_applicant: 'Başvurandan bekleniyor',
  reopened: 'Yeniden açıldı',
  closed: 'Sonuçlandı',
  referred_to_supplier: 'Tedarikçiye yönlendirildi',
  merged_duplicate: 'Başka başvuruyla birleştirildi',
  cancelled_by_applicant: 'Başvuran vazgeçti',
};

export const callWords: Record<(typeof callResults)[number], string> = {
  reached: 'Başvuranla görüşüldü',
  no_answer: 'Başvuran arandı, yanıt alınamadı',
  wrong_person: 'Arandı, başka biri açtı',
  refused_verification: 'Arandı, kimlik doğrulanamadı',
};

/** How a citizen is told how it ended; the full outcome comes by the channel they chose. */
const outcomeWords: Record<(typeof outcomeKinds)[number], string> = {
  resolved: 'Başvurunuzun gereği yapıldı.',
  rejected: 'Başvurunuz incelendi, ancak talebiniz uygun bulunmadı.',
  informed: 'Başvurunuzla ilgili bilgi verildi.',
  referred_to_supplier: 'Başvurunuz, konusu gereği elektrik tedarik şirketinize yönlendirildi.',
  merged_duplicate: 'Aynı konudaki öbür başvurunuzla birleştirildi; sonucu onunla bildirilir.',
  cancelled_by_applicant: 'Başvurunuzu geri çektiniz.',
};

/** Projections hold codes as text, also such as a later version wrote: these fall back to what they have. */
export function typeOf(code: string): string {
  return wordOf(applicationTypeWords, code);
}

export function statusOf(code: string): string {
  return wordOf(statusWords, code);
}

export function outcomeOf(code: string): string {
  return wordOf(outcomeWords, code);
}

function wordOf(words: Readonly<Record<string, string>>, code: string): string {
  return (Object.hasOwn(words, code) ? words[code] : undefined) ?? code;
}

/** Nobody of the team took it in time: it is seen by who answers for both sides. */
export const escalatedWords = 'Süresinde üstlenilmedi, yöneticiye bildirildi';
