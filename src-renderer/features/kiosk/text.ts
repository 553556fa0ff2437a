import { defineText } from '../../i18n/define-text.ts';

export const kioskText = defineText(
  {
    title: 'Hangi işlem için geldiniz?',
    lead: 'Dokunun, sıra numaranızı alın.',
    priority: 'Önceliğiniz var mı?',
    priorityHint: '65 yaş üstü, engelli, hamile, küçük çocuklu, gazi, şehit yakını. Nedeni sorulmaz.',
    priorityNo: 'Hayır',
    priorityYes: 'Evet, var',
    services: 'Hizmetler',
    waiting: (count: number) => (count === 0 ? 'Bekleyen yok' : `${count} kişi bekliyor`),
    wait: (from: number, to: number) => (from === 0 ? `en çok ${to} dk` : `${from}–${to} dk`),
    usedUp: 'Bugünkü numaralar tükendi',
    hours: (opensAt: string | null, closesAt: string | null) =>
      opensAt === null
        ? `Numara saat ${closesAt} olana kadar verilir`
        : closesAt === null
          ? `Numara saat ${opensAt} olunca verilir`
          : `Numara ${opensAt}–${closesAt} arasında verilir`,
    noneOpen: 'Şu anda numara verilen hizmet yok. Sorularınız için danışmaya başvurun.',
    giving: 'Numaranız hazırlanıyor…',
    yourNumber: 'Sıra numaranız',
    priorityGiven: 'Öncelikli',
    slipComing: 'Fişinizi alın',
    slipFailed: 'Fiş basılamadı. Numaranızı aklınızda tutun ya da karekodu okutun.',
    slipFailedAlone: 'Fiş basılamadı. Numaranızı aklınızda tutun.',
    remember: 'Numaranızı aklınızda tutun.',
    aheadNone: 'Sıradaki sizsiniz',
    ahead: (count: number) => `Önünüzde ${count} kişi var`,
    waitWhole: (from: number, to: number) =>
      from === 0 ? `Tahmini bekleme en çok ${to} dakika` : `Tahmini bekleme ${from}–${to} dakika`,
    goTo: 'Numaranız ekranda görününce yazan bankoya gidin.',
    follow: 'Sıranızı telefonunuzdan izleyin',
    followHint: 'Şubenin kablosuz ağındayken kameranızla okutun.',
    qr: 'Sıranızı telefondan izlemek için karekod',
    done: 'Tamam',
    back: 'Geri',
    again: 'Yeniden dene',
    refused: 'Numara verilemedi',
    unsure: 'Bağlantı koptu, numara alınamadı',
    unsureHint: 'Yeniden deneyin; iki kez numara verilmez. Olmazsa lütfen danışmaya başvurun.',
    outOfOrder: 'Şu anda buradan numara verilemiyor',
    outOfOrderHint: 'Lütfen danışmaya başvurun.',
    lastHeard: (at: string) => `Bağlantı yok · son bilgi ${at}`,
    hubAway: 'Şubenin ana bilgisayarına ulaşılamıyor',
  },
  {
    title: 'What brings you here?',
    lead: 'Touch a service to get your number.',
    priority: 'Do you have priority?',
    priorityHint: 'Over 65, disabled, pregnant, with a small child, a veteran. No reason is asked.',
    priorityNo: 'No',
    priorityYes: 'Yes',
    services: 'Services',
    waiting: (count) => (count === 0 ? 'Nobody waiting' : `${count} waiting`),
    wait: (from, to) => (from === 0 ? `up to ${to} min` : `${from}–${to} min`),
    usedUp: 'Today’s numbers are gone',
    hours: (opensAt, closesAt) =>
      opensAt === null
        ? `Numbers until ${closesAt}`
        : closesAt === null
          ? `Numbers from ${opensAt}`
          : `Numbers from ${opensAt} to ${closesAt}`,
    noneOpen: 'No service gives numbers right now. Please ask at reception.',
    giving: 'Getting your number…',
    yourNumber: 'Your number',
    priorityGiven: 'Priority',
    slipComing: 'Take your slip',
    slipFailed: 'The slip was not printed. Remember your number or scan the code.',
    slipFailedAlone: 'The slip was not printed. Remember your number.',
    remember: 'Remember your number.',
    aheadNone: 'You are next',
    ahead: (count) => (count === 1 ? '1 person before you' : `${count} people before you`),
    waitWhole: (from, to) =>
      from === 0 ? `Estimated wait up to ${to} minutes` : `Estimated wait ${from}–${to} minutes`,
    goTo: 'When the display shows your number, go to the desk that it names.',
    follow: 'Follow your number on your phone',
    followHint: 'Scan with your camera on the branch’s Wi-Fi.',
    qr: 'QR code to follow your number on your phone',
    done: 'Done',
    back: 'Back',
    again: 'Try again',
    refused: 'No number was given',
    unsure: 'The connection was lost, no number arrived',
    unsureHint: 'Try again; you will not be given two. If it fails, please go to reception.',
    outOfOrder: 'No numbers are given here right now',
    outOfOrderHint: 'Please go to reception.',
    lastHeard: (at) => `No connection · last heard ${at}`,
    hubAway: 'The branch’s main computer cannot be reached',
  },
);
export type KioskWords = (typeof kioskText)['tr'];
