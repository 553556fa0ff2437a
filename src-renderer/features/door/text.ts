import { defineText } from '../../i18n/define-text.ts';

export const doorText = defineText(
  {
    title: 'Kapı Ekranı',
    status: { free: 'Boş', held: 'Bekleniyor', busy: 'Görüşme sürüyor' },
    freeHint: 'Numaranız burada görününce girebilirsiniz.',
    heldHint: 'Lütfen içeri girin.',
    busyHint: 'Lütfen içeri girmeyin.',
    since: (time: string) => `Başlangıç ${time}`,
    next: 'Sıradakiler',
    nobodyNext: 'Sırada kimse yok.',
    more: (count: number) => `ve ${count} kişi daha`,
    noRoom: 'Bu oda şubenin oda listesinde yok',
    noRoomHint: 'Yönetici, Ayarlar ekranından bu kapı için yeni bir bağlantı oluşturmalı.',
  },
  {
    title: 'Door display',
    status: { free: 'Free', held: 'Awaited', busy: 'Meeting in progress' },
    freeHint: 'Come in when your number appears here.',
    heldHint: 'Please come in.',
    busyHint: 'Please do not enter.',
    since: (time) => `Since ${time}`,
    next: 'Next',
    nobodyNext: 'Nobody is waiting.',
    more: (count) => `and ${count} more`,
    noRoom: 'The branch has no such room',
    noRoomHint: 'An administrator has to make a new link for this door in the settings.',
  },
);
