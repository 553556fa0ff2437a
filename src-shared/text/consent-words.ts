import type { PayloadOf } from '../ledger/entry-types.ts';
import type { SpecialBasis } from '../rules/special-category.ts';

/** In Turkish, as the file and its story say it. */
export const decisionWords: Readonly<Record<PayloadOf<'consent.decided'>['decision'], string>> = {
  accepted: 'Açık rıza verildi',
  refused: 'Açık rıza verilmedi',
};
export const methodWords: Readonly<Record<PayloadOf<'consent.decided'>['method'], string>> = {
  on_screen: 'ekranda',
  tablet: 'tablette',
  wet_signature: 'ıslak imzayla',
};
export const withdrawalWords: Readonly<Record<PayloadOf<'consent.withdrawn'>['channel'], string>> = {
  desk: 'bankoda',
  telephone: 'telefonla',
  email: 'e-postayla',
  letter: 'yazılı olarak',
};
/** KVKK md. 6/3. */
export const basisWords: Readonly<Record<SpecialBasis, string>> = {
  consent: 'Açık rıza (6/3-a)',
  law: 'Kanunlarda açıkça öngörülmesi (6/3-b)',
  impossibility: 'Fiili imkânsızlık hâlinde hayatın ya da beden bütünlüğünün korunması (6/3-c)',
  made_public: 'İlgili kişinin alenileştirmesi (6/3-ç)',
  right: 'Bir hakkın tesisi, kullanılması veya korunması (6/3-d)',
  health_duty: 'Sır saklama yükümlüsünce sağlık hizmeti (6/3-e)',
  employment_duty: 'İstihdam, iş sağlığı, sosyal güvenlik ve yardım yükümlülüğü (6/3-f)',
  foundation: 'Vakıf, dernek ve benzeri kuruluşların üyeleri (6/3-g)',
};
export const reviewWords: Readonly<Record<PayloadOf<'consent.reviewed'>['outcome'], string>> = {
  erase: 'Silinecek',
  keep: 'Saklanacak',
};
