import { defineText } from '../../i18n/define-text.ts';

export const troubleText = defineText(
  {
    titles: {
      newer: 'Kayıtlar daha yeni bir Banko ile yazılmış',
      damaged: 'Kayıt deposu hasarlı',
      wrong_key_or_damaged: 'Kayıt deposu bu anahtarla açılmıyor',
      wrong_key: 'Anahtar bu kayıt deposunun değil',
      unusable_key: 'Kayıt deposunun anahtarı kullanılamıyor',
      update_failed: 'Kayıt deposu güncellenemedi',
      disk_full: 'Diskte yer kalmadı',
      in_use: 'Kayıt deposu başka bir Banko’da açık',
      unreadable: 'Kayıt deposu okunamıyor',
      unexpected: 'Banko açılamadı',
    },
    nothingLost: 'Hiçbir kayıt silinmedi; depo olduğu gibi duruyor.',
    retry: 'Yeniden dene',
    retryHint: 'Neden ortadan kalktıysa Banko kaldığı yerden açılır.',
    triedInVain: 'Yeniden denendi; sorun sürüyor.',
    restore: 'Yedekten dön',
    restoreHint:
      'Şimdiki depo başka adla kenara konur, seçtiğiniz yedek açılır. CRM’e gönderilmiş kayıtlar sonradan geri gelir; gönderilmemiş olanlar kenara konan depoda kalır.',
    backup: (when: string, size: string) => `${when} · ${size}`,
    noBackups:
      'Bu bilgisayarda yedek bulunamadı. Başka yerde bir yedek varsa veri klasöründeki “backups” klasörüne koyup yeniden deneyin.',
    confirmRestore: 'Bu yedeğe dön',
    confirmQuestion: (when: string) => `${when} tarihli yedek açılsın mı?`,
    exportStore: 'Destek için dışa aktar',
    exportHint:
      'Deponun dosyaları, şifreli hâlleriyle, destek ekibine verilmek üzere bir klasöre kopyalanır.',
    exported: (folder: string) => `Kopyalandı: ${folder}`,
    version: (version: string) => `Banko ${version}`,
    megabytes: (size: string) => `${size} MB`,
  },
  {
    titles: {
      newer: 'The records were written by a newer Banko',
      damaged: 'The store is damaged',
      wrong_key_or_damaged: 'The store does not open with this key',
      wrong_key: 'The key is not this store’s',
      unusable_key: 'The store’s key cannot be used',
      update_failed: 'The store could not be updated',
      disk_full: 'The disk is full',
      in_use: 'The store is open in another Banko',
      unreadable: 'The store cannot be read',
      unexpected: 'Banko could not be opened',
    },
    nothingLost: 'Nothing has been deleted; the store is as it was.',
    retry: 'Try again',
    retryHint: 'If the cause is gone, Banko opens where it left off.',
    triedInVain: 'Tried again; the trouble is still there.',
    restore: 'Restore a backup',
    restoreHint:
      'The present store is put aside under another name and the backup is opened. What the CRM has comes back later; what was unsent stays in the store put aside.',
    backup: (when, size) => `${when} · ${size}`,
    noBackups:
      'No backup was found on this computer. If there is one elsewhere, put it into “backups” in the data folder and try again.',
    confirmRestore: 'Restore this backup',
    confirmQuestion: (when) => `Open the backup of ${when}?`,
    exportStore: 'Export for support',
    exportHint: 'Copies the store’s files, encrypted as they are, into a folder for support.',
    exported: (folder) => `Copied: ${folder}`,
    version: (version) => `Banko ${version}`,
    megabytes: (size) => `${size} MB`,
  },
);
