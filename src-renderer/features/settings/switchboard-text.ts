import { directoryHeads } from '../../../src-shared/rules/directory-csv.ts';
import { defineText } from '../../i18n/define-text.ts';

export const directoryLine = directoryHeads.join(';');

export const switchboardSettingsText = defineText(
  {
    dialling: 'Arama biçimi',
    diallingLead: 'Santral ekranındaki “Ara”, bağlantıyı bu bilgisayarın telefon programına verir.',
    scheme: 'Bağlantı türü',
    schemes: { tel: 'Telefon (tel:)', sip: 'SIP (sip:)' },
    prefix: 'Dahili ön eki',
    prefixHint: 'Dahilinin önüne yazılır; örneğin +90222230. Gerekmiyorsa boş bırakın.',
    domain: 'SIP alanı',
    domainHint: 'Dahili bu alanda aranır; örneğin santral.ornek.com.tr.',
    saved: 'Arama biçimi kaydedildi.',
    import: 'Rehberi dosyadan aktar',
    importLead:
      'Noktalı virgülle ayrılmış, UTF-8 bir CSV dosyası. Aynı ad ve birimdeki kayıt güncellenir; dosyada olmayan kayıtlara dokunulmaz. Bir satır bile hatalıysa hiçbiri alınmaz.',
    heads: 'İlk satır',
    choose: 'Dosya seç',
    imported: (added: number, changed: number, unchanged: number) =>
      `${added} kayıt eklendi, ${changed} kayıt güncellendi, ${unchanged} kayıt aynıydı.`,
    refused: (count: number) => `Dosya alınmadı: ${count} hata`,
    line: 'Satır',
    error: 'Hata',
  },
  {
    dialling: 'Dialling',
    diallingLead: 'The button “Call” of the switchboard hands the link to this PC’s telephone program.',
    scheme: 'Kind of link',
    schemes: { tel: 'Telephone (tel:)', sip: 'SIP (sip:)' },
    prefix: 'Prefix of extensions',
    prefixHint: 'Goes before the extension, such as +90222230. Leave it empty where none is needed.',
    domain: 'SIP domain',
    domainHint: 'Extensions are called there, such as exchange.example.com.',
    saved: 'The dialling was saved.',
    import: 'Import the directory from a file',
    importLead:
      'A CSV file in UTF-8 with semicolons. Whoever has the same name and department is brought up to date; who is not in the file stays. One wrong line, and none is taken.',
    heads: 'First line',
    choose: 'Choose a file',
    imported: (added, changed, unchanged) => `${added} added, ${changed} changed, ${unchanged} unchanged.`,
    refused: (count) => `The file was not taken: ${count} errors`,
    line: 'Line',
    error: 'Error',
  },
);
