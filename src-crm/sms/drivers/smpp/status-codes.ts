import type { SendOutcome } from '../../driver.ts';
import { blocked, blockedAlone, refused, uncertain } from '../plain-outcomes.ts';

export const status = { ok: 0, invalidCommand: 0x03, systemError: 0x08, temporaryError: 0x64 } as const;

const throttled = 0x58;
const queueFull = 0x14;

export function isThrottled(code: number): boolean {
  return code === throttled || code === queueFull;
}

/** What a refused submit_sm means. By SMPP 3.4 (4.4.2) a status other than 0 says that it was not taken. */
export function outcomeOfSubmit(code: number, throttlePauseMs: number): SendOutcome {
  if (isThrottled(code))
    return {
      kind: 'unknown',
      reason: 'Mesaj merkezinin gönderim hızı sınırına gelindi',
      retryAfterMs: throttlePauseMs,
      holdsAll: true,
    };
  switch (code) {
    case 0x01:
      return refused('Metin çok uzun');
    case 0x0b:
      return refused('Numara geçersiz');
    case 0x65:
    case 0x66:
    case 0xfe:
      return refused(`Mesaj merkezi iletiyi kabul etmedi (${hex(code)})`);
    case 0x0a:
    case 0x48:
    case 0x49:
      return blocked(`Mesaj merkezi gönderici adını kabul etmedi (${hex(code)})`);
    case 0x04:
    case 0x08:
    case 0x64:
      return { kind: 'unknown', reason: `Mesaj merkezi geçici bir hata bildirdi (${hex(code)})` };
    case 0xff:
      return uncertain('Mesaj merkezi bilinmeyen bir hata bildirdi (0xFF)');
    default:
      return blockedAlone(`Mesaj merkezi isteği kabul etmedi (${hex(code)})`);
  }
}

/** @returns why nobody but a person can end it; undefined where the next try may succeed */
export function whyBindIsBlocked(code: number): string | undefined {
  switch (code) {
    case 0x0d:
    case 0x0e:
    case 0x0f:
    case 0x53:
      return `Mesaj merkezi kullanıcı bilgisini ya da IP adresini kabul etmedi (${hex(code)})`;
    default:
      return undefined;
  }
}

function hex(code: number): string {
  return `0x${code.toString(16).toUpperCase().padStart(2, '0')}`;
}
