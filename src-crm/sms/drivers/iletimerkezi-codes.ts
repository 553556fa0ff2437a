import type { DeliveryReport, SendOutcome } from '../driver.ts';
import { blocked, blockedAlone, refused, tooMany, uncertain } from './plain-outcomes.ts';

/** `response.status.code` of send-sms, from the provider's list of status codes. */
export function outcomeOfCode(code: number): SendOutcome {
  switch (code) {
    case 401:
      return blocked('İleti Merkezi anahtarı kabul etmedi ya da hesapta API erişimi kapalı (401)');
    case 402:
      return blocked('İleti Merkezi hesabında bakiye kalmadı (402)');
    case 450:
    case 459:
    case 460:
      return blocked(`İleti Merkezi gönderici adını kabul etmedi (${code})`);
    case 467:
      return blocked('İleti Merkezi hesabının belgeleri eksik (467)');
    case 468:
    case 469:
    case 470:
      return blocked(`İleti Merkezi hesabının İYS ayarı eksik (${code})`);
    case 451:
      // How long and by what it counts as repeated is not documented: the one it repeats may be ours.
      return uncertain('İleti Merkezi aynı iletinin daha önce verildiğini bildirdi (451)');
    case 452:
    case 466:
      return refused(`Numara geçersiz (${code})`);
    case 453:
    case 454:
      return refused(`Metin boş ya da çok uzun (${code})`);
    case 400:
    case 404:
    case 422:
    case 456:
    case 457:
      return blockedAlone(`İleti Merkezi isteğin biçimini kabul etmedi (${code})`);
    case 429:
      return tooMany();
    case 503:
      // The API itself says that it takes nothing now; a 503 of something before it has no such body.
      return {
        kind: 'unknown',
        reason: 'İleti Merkezi geçici olarak hizmet vermiyor (503)',
        retryAfterMs: 60_000,
        holdsAll: true,
      };
    default:
      return uncertain(`İleti Merkezi tanınmayan bir yanıt verdi (${code})`);
  }
}

/** Of get-report: 110 to 112 of the message, 113 to 115 of its order. An order of ours holds one message. */
export function deliveryOfMessage(message: number | undefined, order: number | undefined): DeliveryReport {
  if (message === 111) return { kind: 'delivered', detail: 'Telefona iletildi' };
  if (message === 112 || order === 115) return { kind: 'failed', detail: 'Telefona iletilemedi' };
  return { kind: 'pending' };
}

export function deliveryOfPush(status: string): DeliveryReport {
  if (status === 'delivered') return { kind: 'delivered', detail: 'Telefona iletildi' };
  if (status === 'undelivered') return { kind: 'failed', detail: 'Telefona iletilemedi' };
  return { kind: 'pending' };
}
