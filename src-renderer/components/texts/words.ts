import { defineText } from '../../i18n/define-text.ts';

/** Words around a notice or a consent, wherever one is read. */
export const textWords = defineText(
  {
    kinds: { notice: 'Aydınlatma', consent: 'Açık rıza' },
    draft: 'Taslak',
    version: (version: number) => `Sürüm ${version}`,
    from: (day: string) => `${day} gününden başlayarak geçerli`,
    between: (from: string, to: string) => `${from} – ${to} arasında geçerli`,
    purpose: 'Amaç',
    dataCategories: 'Veri kategorileri',
    grounds: 'Hukuki sebepler',
    hash: 'Özet (SHA-256)',
    close: 'Kapat',
    open: 'Verilen metni aç',
    openOf: (title: string) => `Verilen metni aç: ${title}`,
    same: 'Kayıttaki özetle aynı',
    sameHint: (bytes: string) =>
      `Metnin ${bytes} baytı yeniden özetlendi; kayıttan bu yana hiçbir harfi değişmemiş.`,
    other: 'Kayıttaki özetle aynı değil',
    otherHint:
      'Bu bilgisayardaki metin bozulmuş; verilen metnin bu olduğu söylenemez. Destek ekibine bildirin.',
    missing: 'Verilen metin bulunamadı',
    missingHint: (version: number) =>
      `Kayıt sürüm ${version} diyor, ama bu özeti taşıyan bir metin bu bilgisayarda yok. Metni yayımlayan bilgisayardan henüz gelmemiş olabilir; başka bir metin gösterilmez.`,
  },
  {
    kinds: { notice: 'Notice', consent: 'Consent' },
    draft: 'Draft',
    version: (version) => `Version ${version}`,
    from: (day) => `In force from ${day}`,
    between: (from, to) => `In force ${from} – ${to}`,
    purpose: 'Purpose',
    dataCategories: 'Data categories',
    grounds: 'Legal grounds',
    hash: 'Digest (SHA-256)',
    close: 'Close',
    open: 'Open the text that was given',
    openOf: (title) => `Open the text that was given: ${title}`,
    same: 'Same digest as on record',
    sameHint: (bytes) => `The text’s ${bytes} bytes were digested anew; no letter has changed since.`,
    other: 'Not the digest on record',
    otherHint: 'The text on this PC is damaged and can’t be said to be the one that was given. Tell support.',
    missing: 'The text that was given was not found',
    missingHint: (version) =>
      `The record says version ${version}, but no text on this PC has its digest. It may not have come yet from the PC that published it; no other text is shown in its place.`,
  },
);
