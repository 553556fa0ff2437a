import type { InputOf } from '../contract/index.ts';

export type EditedInput = InputOf<'text.publish'>['text'];

/** A next version of the counter's notice as an administrator would write it; `changes` replace whole members. */
export function aNotice(changes: Partial<EditedInput> = {}): EditedInput {
  return {
    code: 'privacy_notice_counter',
    kind: 'notice',
    language: 'tr',
    title: 'Başvuru Aydınlatma Metni',
    purposeCode: '',
    purpose: '',
    dataCategories: [],
    legalGrounds: ['6698 md. 5/2-ç'],
    validFrom: '2026-03-10',
    validTo: null,
    draft: true,
    body: [
      'TASLAK: Hukuk birimi incelemektedir.',
      'Veri sorumlusu: OEDAŞ. Verileriniz başvurunuzu sonuçlandırmak amacıyla, beyanınızla toplanır.',
      'Aktarım: Gerektiğinde tedarikçinize aktarılır. Haklarınız Kanun md. 11’dedir.',
    ],
    ...changes,
  };
}

export function aConsent(changes: Partial<EditedInput> = {}): EditedInput {
  return aNotice({
    code: 'consent_survey',
    kind: 'consent',
    title: 'Memnuniyet Araması Açık Rıza Metni',
    purposeCode: 'satisfaction_survey',
    purpose: 'Başvurunuz sonuçlandıktan sonra memnuniyet için bir kez aranmanız',
    dataCategories: ['İletişim'],
    legalGrounds: ['6698 md. 5/1 (açık rıza)'],
    body: ['Aranmak zorunda değilsiniz.', 'Rızanızı dilediğiniz zaman geri alabilirsiniz.'],
    ...changes,
  });
}
