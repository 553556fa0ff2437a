import type { SendOutcome } from '../driver.ts';
import type { Reply } from './http-call.ts';

const defaultRetryMs = 60_000;

/** What becomes of an SMS whose provider gave no answer of its own; the provider's answers are read by its driver. */
export function outcomeWithoutAnswer(reply: Exclude<Reply, { kind: 'reply' }>): SendOutcome {
  switch (reply.kind) {
    case 'unreachable':
      return { kind: 'unknown', reason: 'SMS sağlayıcısına bağlanılamadı' };
    case 'untrusted':
      return blocked('SMS sağlayıcısının sertifikası doğrulanamadı');
    case 'lost':
      return uncertain('SMS sağlayıcısının yanıtı alınamadı');
    default:
      return reply satisfies never;
  }
}

/** What an HTTP status says where the body says nothing: mostly by something that stands before the provider. */
export function outcomeOfStatus({ status, retryAfterMs }: Extract<Reply, { kind: 'reply' }>): SendOutcome {
  if (status === 429) return tooMany(retryAfterMs);
  if (status === 401 || status === 403)
    return blocked('Sağlayıcı kullanıcı bilgisini ya da IP adresini kabul etmedi');
  if (status >= 300 && status < 400) return blocked('Sağlayıcının adresi değişmiş: yönlendirme yanıtı geldi');
  return uncertain(`Sağlayıcının yanıtı anlaşılamadı (HTTP ${status})`);
}

export function tooMany(retryAfterMs = defaultRetryMs): SendOutcome {
  return {
    kind: 'unknown',
    reason: 'Sağlayıcının gönderim hızı sınırına gelindi',
    retryAfterMs,
    holdsAll: true,
  };
}

/** The account, so every SMS. */
export function blocked(reason: string): SendOutcome {
  return { kind: 'blocked', reason, holdsAll: true };
}

/** This SMS alone, by a fault on our side that a person has to find. */
export function blockedAlone(reason: string): SendOutcome {
  return { kind: 'blocked', reason, holdsAll: false };
}

export function refused(reason: string): SendOutcome {
  return { kind: 'refused', reason };
}

export function uncertain(reason: string): SendOutcome {
  return { kind: 'uncertain', reason };
}
