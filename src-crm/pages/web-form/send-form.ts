import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Topic } from '../../../src-shared/rules/catalogue.ts';
import type { GatewayParts } from '../../gateway-parts.ts';
import { bodyHashOf, findRequest } from '../../intake/requests.ts';
import { sendPublicPage } from '../layout.ts';
import { fieldsOf, isOwnForm, type Visitor, visitorOf } from '../visitor.ts';
import { type FormErrors, formErrorsOf } from './form-names.ts';
import { formView, trapName } from './form-view.ts';
import { placeOf } from './places.ts';
import { readForm } from './read-form.ts';
import type { Sealer } from './seal.ts';
import { redirectToTaken, webFormKey } from './taken-page.ts';

type Values = Readonly<Record<string, string>>;

export type ShownForm = {
  readonly values: Values;
  readonly errors?: FormErrors;
  readonly status?: number;
};
export type ShowForm = (
  reply: FastifyReply,
  visitor: Visitor,
  topic: Topic,
  shown: ShownForm,
) => Promise<FastifyReply>;

const noErrors: FormErrors = { atFields: new Map(), general: [] };

/** Shows the form with what was typed; under the seal that came with it, or a new one where there is none. */
export function formShower({ intake }: Pick<GatewayParts, 'intake'>, sealer: Sealer): ShowForm {
  return async (reply, { cookie }, topic, { values, errors = noErrors, status = 200 }) => {
    const seal = values.muhur || (await sealer.make(cookie));
    const title = errors === noErrors ? topic.label : `Hata: ${topic.label}`;
    const notice = await intake.noticeFor(placeOf(values.yer ?? '')?.province ?? null);
    const body = formView({ topic, values, errors, cookie, seal, notice });
    return sendPublicPage(reply, { title, status, body });
  };
}

type Count = ReturnType<FastifyInstance['createRateLimit']>;
export type SenderParts = {
  readonly sealer: Sealer;
  readonly show: ShowForm;
  readonly countSent: Count;
  readonly countRegistered: Count;
};

/**
 * Takes a posted form: registers it once under its seal and redirects, so that a reload sends nothing. Whatever is
 * wrong, the form comes back with everything that was typed.
 */
export function createFormSender(
  parts: GatewayParts,
  { sealer, show, countSent, countRegistered }: SenderParts,
) {
  const { db, clock, intake } = parts;

  return async (request: FastifyRequest, reply: FastifyReply, topic: Topic): Promise<FastifyReply> => {
    const values = fieldsOf(request);
    const visitor = await visitorOf(parts, request, reply);
    const comeBack = (trouble: keyof typeof troubles) => {
      const { status, words, isSealed } = troubles[trouble];
      const kept = isSealed ? values : { ...values, muhur: '' };
      const errors = { atFields: new Map<string, string>(), general: [words] };
      return show(reply, visitor, topic, { values: kept, errors, status });
    };
    if (await isOver(countSent, request)) return comeBack('tooMany');
    const seal = await sealer.read(values.muhur ?? '', visitor.cookie);
    if (!isOwnForm(visitor, values) || seal === undefined) return comeBack('notOwn');

    const id = { keyId: webFormKey, idempotencyKey: seal.id };
    const { form: _form, muhur: _seal, ...body } = values;
    const known = await findRequest(db, clock, id);
    if (known !== undefined)
      return redirectToTaken(request, reply, seal.id, { isChanged: known.bodyHash !== bodyHashOf(id, body) });
    if (seal.standing === 'too_old') return comeBack('tooOld');
    if (seal.standing === 'too_fast') return comeBack('tooFast');
    if ((values[trapName] ?? '') !== '') return comeBack('robot');

    const refuse = (errors: Parameters<typeof formErrorsOf>[0]) =>
      show(reply, visitor, topic, { values, errors: formErrorsOf(errors), status: 422 });
    const reading = await readForm(topic, values, intake);
    if (!reading.ok) return refuse(reading.errors);
    if (await isOver(countRegistered, request)) return comeBack('tooManyRegistered');
    const result = await intake.take({ ...id, application: reading.application, body });
    if (result.ok) return redirectToTaken(request, reply, seal.id, { isChanged: false });
    if (result.code === 'key_reused') return redirectToTaken(request, reply, seal.id, { isChanged: true });
    return result.code === 'no_branch' ? comeBack('noBranch') : refuse(result.fields);
  };
}

async function isOver(count: Count, request: FastifyRequest): Promise<boolean> {
  const state = await count(request);
  return !state.isAllowed && state.isExceeded;
}

/** `isSealed` where the form goes on under its seal. */
const troubles = {
  tooMany: {
    status: 429,
    words:
      'Bu adresten kısa sürede çok fazla form gönderildi. Yazdıklarınız duruyor; birkaç dakika sonra yeniden gönderin.',
    isSealed: true,
  },
  tooManyRegistered: {
    status: 429,
    words:
      'Bu adresten son on dakikada beş başvuru alındı. Yazdıklarınız duruyor; biraz sonra yeniden gönderin ya da 186’yı arayın.',
    isSealed: true,
  },
  notOwn: {
    status: 403,
    words:
      'Form doğrulanamadı. Tarayıcınız çerezleri kapatmış ya da sayfa başka bir sekmede yenilenmiş olabilir. Yazdıklarınız duruyor; yeniden gönderin.',
    isSealed: false,
  },
  tooOld: {
    status: 422,
    words: 'Formun süresi dolmuştu ve yenilendi. Yazdıklarınız duruyor; gözden geçirip yeniden gönderin.',
    isSealed: false,
  },
  tooFast: {
    status: 422,
    words: 'Form çok çabuk gönderildi. Bilgilerinizi gözden geçirip birkaç saniye sonra yeniden gönderin.',
    isSealed: true,
  },
  robot: {
    status: 422,
    words:
      'Boş kalması gereken bir alan doldurulmuş; tarayıcınız kendiliğinden doldurmuş olabilir. Alan boşaltıldı, yeniden gönderin.',
    isSealed: true,
  },
  noBranch: {
    status: 503,
    words:
      'Başvurunuz şu anda alınamıyor ve kaydedilmedi. Yazdıklarınız duruyor; daha sonra yeniden gönderin ya da 186’yı arayın.',
    isSealed: true,
  },
} as const;
