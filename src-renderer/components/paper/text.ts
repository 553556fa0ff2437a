import { defineText } from '../../i18n/define-text.ts';

export const paperText = defineText(
  {
    pages: (name: string) => `${name}: önizleme`,
    page: (number: number, of: number) => `Sayfa ${number} / ${of}`,
    count: (count: number) => `${count} sayfa`,
    asPaper: 'Yazıcıdan çıkacağı hâliyle.',
    larger: 'Büyüt',
    smaller: 'Küçült',
    zoom: (percent: number) => `%${percent}`,
    save: 'Kaydet',
    print: 'Yazdır',
    saved: 'Belge bu bilgisayara kaydedildi; işiniz bitince silin.',
    queued: 'Belge yazdırma sırasına alındı.',
    failed: 'Belge gösterilemedi.',
    failedHint: 'Belgeyi kaydedip başka bir programla açabilir ya da yeniden deneyebilirsiniz.',
  },
  {
    pages: (name) => `${name}: preview`,
    page: (number, of) => `Page ${number} / ${of}`,
    count: (count) => `${count} ${count === 1 ? 'page' : 'pages'}`,
    asPaper: 'As it comes out of the printer.',
    larger: 'Larger',
    smaller: 'Smaller',
    zoom: (percent) => `${percent}%`,
    save: 'Save',
    print: 'Print',
    saved: 'The document was saved on this computer; delete it when you are done.',
    queued: 'The document is queued for the printer.',
    failed: 'The document can’t be shown.',
    failedHint: 'Save it and open it with another program, or try again.',
  },
);
