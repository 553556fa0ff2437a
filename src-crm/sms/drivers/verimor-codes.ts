import type { DeliveryReport, SendOutcome } from '../driver.ts';
import type { Reply } from './http-call.ts';
import { blocked, blockedAlone, refused, tooMany } from './plain-outcomes.ts';

type Answer = Extract<Reply, { kind: 'reply' }>;

/** The error codes that stand in the body of a 400; everything else there is a sentence in Turkish. */
function codeIn(body: string): string {
  return /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/.exec(body)?.[0] ?? '';
}

export function isRepeat(body: string): boolean {
  return ['MUKERRER_RAPORLAMA', 'DOUBLE_SEND_ERROR'].includes(codeIn(body));
}

/** @returns undefined where the answer says nothing of Verimor's own, such as a 500 */
export function outcomeOfError({ status, body, retryAfterMs }: Answer): SendOutcome | undefined {
  if (status === 401) return blocked('Verimor kullanıcı bilgisini ya da IP adresini kabul etmedi (401)');
  if (status === 429) return tooMany(retryAfterMs);
  if (status === 413) return refused('Metin çok uzun (413)');
  if (status !== 400 && status !== 422) return undefined;
  const code = codeIn(body);
  switch (code) {
    case 'INVALID_DESTINATION_ADDRESS':
    case 'MISSING_DESTINATION_ADDRESS':
      return refused('Numara geçersiz');
    case 'FORBIDDEN_MESSAGE':
      return refused('Metin yasaklı içerik sayıldı');
    case 'MISSING_MESSAGE':
    case 'MESSAGE_TOO_LONG':
    case 'INVALID_UTF8':
      return refused('Metin boş, çok uzun ya da okunamadı');
    case 'INSUFFICIENT_CREDITS':
      return blocked('Verimor hesabında bakiye kalmadı');
    case 'INVALID_SOURCE_ADDRESS':
    case 'NUMERIC_SOURCE_ADDRESS_NOT_ALLOWED':
      return blocked('Verimor gönderici adını kabul etmedi');
    case 'MISSING_IYS_BRAND_CODE':
    case 'AHS_AUTHORIZATION_ERROR':
    case 'NO_AHS_BRAND_ERROR':
    case 'INVALID_IYS_RECIPIENT_TYPE':
      return blocked('Verimor hesabının İYS ayarı gönderime izin vermiyor');
    default:
      return blockedAlone(`Verimor isteği kabul etmedi (${code === '' ? status : code})`);
  }
}

/** Statuses of `/v2/status` and of the push. */
export function deliveryOfStatus(status: string): DeliveryReport {
  switch (status) {
    case 'DELIVERED':
      return { kind: 'delivered', detail: 'Telefona iletildi' };
    case 'SENT':
      return { kind: 'delivered', detail: 'İletildi; operatör teslim raporu vermiyor' };
    case 'NOT_DELIVERED':
      return failed('Telefona iletilemedi');
    case 'EXPIRED':
      return failed('Zaman aşımı: telefona ulaşılamadı');
    case 'REJECTED':
      return failed('Operatör kabul etmedi');
    case 'INVALID_DESTINATION_ADDRESS':
      return failed('Numara hiçbir operatöre kayıtlı değil');
    case 'BLACKLISTED_DESTINATION_ADDRESS':
      return failed('Numara sağlayıcının kara listesinde');
    case 'DOUBLE_SEND_ERROR':
      return failed('Sağlayıcı mükerrer saydığı için göndermedi');
    case 'NOT_ALLOWED_BY_IYS':
      return failed('İYS kaydı nedeniyle gönderilmedi');
    case 'SEND_ERROR':
      return failed('Gönderim hatası');
    case 'MISSING_TARIFF':
    case 'ROUTE_NOT_AVAILABLE':
    case 'NETWORK_NOTCOVERED':
    case 'INTERNATIONAL_DENIED':
      return failed('Hesap bu numaranın operatörüne gönderemiyor');
    default:
      return { kind: 'pending' };
  }
}

function failed(detail: string): DeliveryReport {
  return { kind: 'failed', detail };
}
