import { type ConsentRecord, consentSheet } from '../../../src-shared/paper/consent-sheet.ts';
import type { Sheet } from '../../../src-shared/paper/sheet.ts';
import { drawn, signatureShapes } from '../../../src-shared/testing/signatures.ts';

export const letters = 'ğüşıöç ĞÜŞİÖÇ ₺1.250,50';

/** A consent as it is accepted on the screen. */
export function aConsent(changes: Partial<ConsentRecord> = {}): Sheet {
  return consentSheet({
    organisation: 'Örnek Elektrik Dağıtım A.Ş.',
    branch: 'Odunpazarı',
    code: 'RZ-26-2026-0100001',
    act: 'accepted',
    at: '2026-03-10T07:12:00.000Z',
    text: {
      code: 'memnuniyet-aramasi',
      version: 3,
      sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      title: 'Memnuniyet araması için açık rıza',
      purpose: 'Memnuniyetinizi ölçmek üzere telefonla aranmanız.',
      dataCategories: ['Kimlik (ad, soyad)', 'İletişim (telefon)'],
      legalGrounds: ['6698 sayılı Kanun md. 5/1: açık rıza'],
      body: `Bütün harfler: ${letters}`,
    },
    person: { name: 'Ayşe Işık', capacity: 'Abone / kullanıcı' },
    method: 'Ekranda okuyarak, ekrana çizilen imzayla',
    clerk: 'Zeynep Öztürk',
    applicationNo: '26-2026-0100001',
    signature: drawn(signatureShapes.name),
    ...changes,
  });
}
