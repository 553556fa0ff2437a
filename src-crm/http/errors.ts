import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { GatewayError } from '../../src-shared/contract/gateway.ts';
import { randomToken } from '../lib/ids.ts';
import { safeFacts } from '../lib/safe-facts.ts';

type Refusal = GatewayError['error'];
type Code = Refusal['code'];
type Issue = {
  readonly keyword: string;
  readonly instancePath: string;
  readonly params: Record<string, unknown>;
};

const refusals = {
  invalid_input: [400, 'Gönderilen veri beklenen biçimde değil.'],
  unknown_key: [401, 'API anahtarı eksik, tanınmıyor ya da geri alınmış.'],
  other_branch: [403, 'Bu günlük başka bir şubeye ait.'],
  hole: [409, 'Dilim, bilinen son kaydın devamı değil; eksik kayıtlardan başlayarak yeniden gönderin.'],
  fork: [409, 'Aynı sıra numarasında başka bir kayıt var: bu günlüğün iki ayrı geçmişi oluşmuş.'],
  broken_chain: [422, 'Kayıt zinciri doğrulanamadı.'],
  not_acceptable: [422, 'Başvuru bu hâliyle alınamaz; belirtilen alanları düzeltin.'],
  other_channel: [403, 'Bu anahtar, bu kanaldan başvuru almaya yetkili değil.'],
  key_reused: [
    422,
    'Bu Idempotency-Key daha önce başka bir başvuruyla kullanılmış. Yeni başvuru için yeni bir anahtar üretin.',
  ],
  no_branch: [
    503,
    'Başvurunun gideceği şube tanımlı değil; başvuru alınmadı. Ağ geçidinin işletmeni şubeyi tanımlamalı (intake branch).',
  ],
  wrong_content: [422, 'Dosyanın içeriği kaydındaki özetle uyuşmuyor; baştan gönderin.'],
  too_many_requests: [429, 'Çok fazla istek geldi. Biraz sonra yeniden deneyin.'],
  not_found: [404, 'Böyle bir adres yok.'],
  internal: [500, 'Ağ geçidinde beklenmeyen bir hata oluştu.'],
} as const satisfies Record<Code, readonly [number, string]>;

/** What an API caller gets told; `detail` adds fields or a head. */
export function refuse(
  reply: FastifyReply,
  code: Code,
  detail: Partial<Omit<Refusal, 'code'>> = {},
): FastifyReply {
  const [status, message] = refusals[code];
  const body: GatewayError = { error: { code, message, ...detail } };
  return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(body));
}

/** Every error that a handler did not answer itself. */
export function answerApiError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = error.validation.slice(0, 20).map((issue) => ({
      path: issue.instancePath.slice(1).replaceAll('/', '.'),
      message: issueWords(issue),
    }));
    return refuse(reply, 'invalid_input', { fields });
  }
  if (error.statusCode === 429) return refuse(reply, 'too_many_requests');
  if (error.statusCode === 413)
    return refuse(reply, 'invalid_input', {
      message: 'Gönderilen veri çok büyük; daha küçük dilimler gönderin.',
    });
  if (error.statusCode !== undefined && error.statusCode < 500)
    return refuse(reply, 'invalid_input', { message: 'İstek okunamadı: gövde geçerli bir JSON olmalı.' });
  const errorId = logInternal(error, request);
  return refuse(reply, 'internal', {
    message: `Ağ geçidinde beklenmeyen bir hata oluştu. Hata no: ${errorId}`,
  });
}

/** Logs what only a bug or a broken database can cause, once, under a short id that the user sees. */
export function logInternal(error: Error, request: FastifyRequest): string {
  const errorId = randomToken().slice(0, 8);
  request.log.error({ errorId, ...safeFacts(error), route: request.routeOptions.url }, 'internal');
  return errorId;
}

function issueWords({ keyword, params }: Issue): string {
  switch (keyword) {
    case 'invalid_type':
      return 'Eksik ya da türü yanlış.';
    case 'unrecognized_keys':
      return `Tanınmayan alan: ${Array.isArray(params.keys) ? params.keys.join(', ') : ''}`;
    case 'too_small':
      return `Çok küçük ya da kısa; en az ${String(params.minimum)} olmalı.`;
    case 'too_big':
      return `Çok büyük ya da uzun; en fazla ${String(params.maximum)} olmalı.`;
    case 'invalid_format':
      return 'Biçimi yanlış.';
    case 'invalid_value':
      return 'İzin verilen değerlerden biri değil.';
    default:
      return 'Geçersiz değer.';
  }
}
