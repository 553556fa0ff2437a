import { defineText } from '../../i18n/define-text.ts';

export const keepingText = defineText(
  {
    heading: 'Saklama ve KVKK',
    place: 'Muhafaza altına al',
    placeReason: 'Neden imha edilmemeli',
    placed: 'Muhafaza altına alındı; kaldırılana kadar imha edilmez.',
    lift: 'Muhafazayı kaldır',
    liftReason: 'Neden kaldırılıyor',
    held: 'Muhafaza altında: imha edilmez',
    heldConsumer: 'Tüketicinin bütün kayıtları muhafaza altında',
    by: (name: string, day: string) => `${name}, ${day}`,
    export: 'Kişinin verilerini ver (PDF ve JSON)',
    exported: 'İki dosya bu bilgisayara kaydedildi; başvurana iletince silin.',
    erase: 'Silme önerisi hazırla',
    proposed: 'Öneri hazırlandı. Ayarlar → Saklama ve imha’da iki kişi onaylamalı.',
  },
  {
    heading: 'Retention and data protection',
    place: 'Place under hold',
    placeReason: 'Why it must not be destroyed',
    placed: 'It is held, and is not destroyed until the hold is lifted.',
    lift: 'Lift the hold',
    liftReason: 'Why it is lifted',
    held: 'Under legal hold: not destroyed',
    heldConsumer: 'All of the consumer’s records are held',
    by: (name, day) => `${name}, ${day}`,
    export: 'Give the person’s data (PDF and JSON)',
    exported: 'Two files were saved on this computer; delete them once the applicant has them.',
    erase: 'Propose erasure',
    proposed: 'It was proposed. Two people have to approve it under Settings → Retention and destruction.',
  },
);
