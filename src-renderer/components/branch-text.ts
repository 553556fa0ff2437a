import { defineText } from '../i18n/define-text.ts';

/** What several screens say of the branch's hub. */
export const branchText = defineText(
  {
    takeOver: 'Bu bilgisayarı merkez yap',
    takeOverHow: {
      handed_over:
        'Merkez işi bu bilgisayara devreder; sıra ve numaralar kaldığı yerden sürer. Öteki bilgisayarlar kendiliğinden buraya bağlanır.',
      above_the_last:
        'Numaralar, eski merkezin vermiş olabileceği son numaranın üstünden sürer; arada boş numara kalabilir, hiçbiri iki kez verilmez. Eski merkez açılınca buraya bağlanır.',
      own_lane:
        'Eski merkezin hangi numaraları verdiği bilinmiyor. Yeni numaralar bugün bu bilgisayara ayrılmış, daha uzun bir aralıktan verilir; hiçbiri iki kez verilmez. Eski merkez açılınca buraya bağlanır.',
    },
    takeOverConfirm: 'Merkez yap',
    tookOver: 'Bu bilgisayar artık şubenin merkezi.',
    queueAsOf: (time: string) => `Son bilinen sıra: ${time}`,
    queueAsOfUnknown: 'Son bilinen sıra gösteriliyor',
  },
  {
    takeOver: 'Make this computer the hub',
    takeOverHow: {
      handed_over:
        'The hub hands over to this computer; queue and numbers go on where they are. The other computers connect here by themselves.',
      above_the_last:
        'Numbers go on above the last one that the old hub may have given; some may be skipped, none is given twice. The old hub connects here once it is on.',
      own_lane:
        'Nobody knows which numbers the old hub has given. Today’s new numbers come from a longer range that is this computer’s own; none is given twice. The old hub connects here once it is on.',
    },
    takeOverConfirm: 'Make it the hub',
    tookOver: 'This computer is the branch’s hub now.',
    queueAsOf: (time) => `The queue as last known: ${time}`,
    queueAsOfUnknown: 'The queue as last known',
  },
);
