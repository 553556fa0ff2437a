import { defineText } from '../../i18n/define-text.ts';

export const revealText = defineText(
  {
    show: 'Göster',
    hide: 'Gizle',
    dialog: 'Numaralar neden gerekli?',
    onRecord: 'Nedeniyle kayda geçer; 15 dakika sonra yeniden gizlenir.',
    reasons: {
      call: 'Arama yapılacak',
      identity_check: 'Kimlik karşılaştırılacak',
      paper: 'Belge hazırlanacak',
      correction: 'Düzeltilecek',
      other: 'Başka bir neden',
    },
    fields: { identity_no: 'Kimlik no', phone: 'Cep telefonu', landline: 'Sabit telefon', email: 'E-posta' },
    words: 'Neden',
    wordsMissing: 'Nedeni yazılmalı.',
    showNumber: 'Numarayı göster',
    hiddenPerson: 'İhbarcının kimliği gizli',
    hiddenHint: 'Kim olduğunu görmek için ayrı bir yetki gerekir.',
  },
  {
    show: 'Show',
    hide: 'Hide',
    dialog: 'Why are the numbers needed?',
    onRecord: 'Goes on record with its reason; hidden again after 15 minutes.',
    reasons: {
      call: 'To make a call',
      identity_check: 'To compare an identity',
      paper: 'To prepare a paper',
      correction: 'To put something right',
      other: 'Another reason',
    },
    fields: { identity_no: 'Identity number', phone: 'Mobile', landline: 'Landline', email: 'E-mail' },
    words: 'Reason',
    wordsMissing: 'Write the reason.',
    showNumber: 'Show the number',
    hiddenPerson: 'Who informed is secret',
    hiddenHint: 'Seeing who it is takes a permission of its own.',
  },
);
