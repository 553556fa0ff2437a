import { defineText } from '../../i18n/define-text.ts';

export const screenText = defineText(
  {
    connecting: 'Bağlanılıyor…',
    unreachable: 'Banko’ya ulaşılamıyor',
    unreachableHint: 'Bağlantı gelince bu ekran kendiliğinden sürer.',
    lost: (at: string) => `Bağlantı yok · son bilgi ${at}`,
    withdrawn: 'Bu ekranın bağlantısı geri alınmış',
    withdrawnHint:
      'Bir yönetici, Ayarlar › Ekranlar bölümünden bu ekran için yeni bir bağlantı oluşturup burada açabilir.',
    noKey: 'Bu ekran henüz bağlanmadı',
    noKeyHint: 'Bir yöneticinin, Ayarlar › Ekranlar bölümünde oluşturduğu bağlantıyla açılması gerekir.',
  },
  {
    connecting: 'Connecting…',
    unreachable: 'Banko cannot be reached',
    unreachableHint: 'This screen goes on by itself once the connection is back.',
    lost: (at) => `No connection · last heard ${at}`,
    withdrawn: 'This screen’s link was withdrawn',
    withdrawnHint: 'An administrator can make a new link for it under Settings › Screens and open it here.',
    noKey: 'This screen is not connected yet',
    noKeyHint: 'It has to be opened by the link that an administrator made under Settings › Screens.',
  },
);
