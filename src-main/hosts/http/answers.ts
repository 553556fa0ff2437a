import type { FastifyReply } from 'fastify';
import type { ErrorCode, Failure } from '../../../src-shared/contract/errors.ts';

/** What the host itself refuses, in the shape of every other answer. */
export const refusals = {
  foreign_page: [403, 'forbidden', 'Banko yalnız kendi sayfasından çağrılabilir.'],
  wrong_token: [401, 'forbidden', 'Bu sayfanın anahtarı geçersiz. Banko’yu yeniden açın.'],
  unknown_screen: [401, 'forbidden', 'Bu ekranın bağlantısı geçerli değil ya da geri alınmış.'],
  too_many: [429, 'too_many_attempts', 'Bu adresten çok sayıda istek geldi. Biraz sonra yeniden deneyin.'],
  no_store: [503, 'store_trouble', 'Banko şu anda kayıtlarına ulaşamıyor. Biraz sonra yeniden deneyin.'],
  not_found: [404, 'not_found', 'Böyle bir adres yok.'],
  not_json: [400, 'invalid_input', 'İstek okunamadı: gövde geçerli bir JSON nesnesi olmalı.'],
  wrong_type: [415, 'invalid_input', 'İsteğin türü application/json olmalı.'],
  wrong_window: [
    400,
    'invalid_input',
    'X-Banko-Window en çok 64 harf, rakam, alt çizgi ve tireden oluşmalı.',
  ],
  too_large: [413, 'invalid_input', 'Gönderilen veri çok büyük.'],
  no_upgrade: [426, 'invalid_input', 'Bu adres yalnız WebSocket bağlantısı kabul eder.'],
} as const satisfies Record<string, readonly [number, ErrorCode, string]>;

export function refuse(reply: FastifyReply, refusal: keyof typeof refusals): FastifyReply {
  const [status, code, message] = refusals[refusal];
  return answerFailure(reply, status, { code, message });
}

export function answerFailure(reply: FastifyReply, status: number, error: Failure): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').send({ ok: false, error });
}
