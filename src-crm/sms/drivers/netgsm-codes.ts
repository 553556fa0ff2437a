import type { DeliveryReport, SendOutcome } from '../driver.ts';
import { blocked, blockedAlone, refused, tooMany, uncertain } from './plain-outcomes.ts';

/** Codes of `/sms/rest/v2/send`, from NetGSM's own client (@netgsm/sms 1.1.11) and API document. */
export function outcomeOfCode(code: string): SendOutcome {
  switch (code) {
    case '20':
      return refused('Metin boş, çok uzun ya da sağlayıcının kabul etmediği bir içerikte');
    case '30':
      return blocked('NetGSM kullanıcı bilgisini, API iznini ya da IP adresini kabul etmedi (30)');
    case '40':
    case '41':
      return blocked(`Gönderici adı NetGSM hesabında tanımlı değil (${code})`);
    case '50':
    case '51':
      return blocked(`NetGSM hesabının İYS ayarı gönderime izin vermiyor (${code})`);
    case '60':
      return blocked('NetGSM hesabında SMS paketi ya da bakiye yok (60)');
    case '70':
      // The number was checked before, so what is wrong is a parameter of ours or of the configuration.
      return blockedAlone('NetGSM isteğin bir parametresini kabul etmedi (70)');
    case '80':
      return tooMany();
    case '85':
      // More than twenty in a minute to the same number: another number is not held up by it.
      return { kind: 'unknown', reason: 'Bu numaraya bir dakikada çok SMS istendi', retryAfterMs: 60_000 };
    default:
      // 100, 101 and 5000 say "system error" and not whether the SMS was taken before it.
      return uncertain(`NetGSM sistem hatası bildirdi (${/^\w{1,6}$/.test(code) ? code : 'tanınmayan kod'})`);
  }
}

/** Statuses of `/sms/rest/v2/report`. */
export function deliveryOfStatus(status: number): DeliveryReport {
  switch (status) {
    case 1:
      return { kind: 'delivered', detail: 'Telefona iletildi' };
    case 2:
      return failed('Zaman aşımı: telefona ulaşılamadı');
    case 3:
      return failed('Numara hatalı ya da kısıtlı');
    case 4:
      return failed('Operatöre gönderilemedi');
    case 11:
      return failed('Operatör kabul etmedi');
    case 12:
      return failed('Gönderim hatası');
    case 13:
      return failed('Sağlayıcı mükerrer saydığı için göndermedi');
    case 14:
      return failed('Sağlayıcı hesabında bakiye kalmadı');
    case 15:
      return failed('Numara sağlayıcının kara listesinde');
    case 16:
    case 17:
      return failed('İYS kaydı nedeniyle gönderilmedi');
    default:
      return { kind: 'pending' };
  }
}

function failed(detail: string): DeliveryReport {
  return { kind: 'failed', detail };
}
