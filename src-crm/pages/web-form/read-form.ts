import type { FieldError } from '../../../src-shared/contract/errors.ts';
import {
  type IntakeApplication,
  intakeApplicationSchema,
} from '../../../src-shared/contract/gateway-intake.ts';
import { fieldErrorsOf, turkishParse } from '../../../src-shared/contract/input-errors.ts';
import type { Topic } from '../../../src-shared/rules/catalogue.ts';
import type { Intake } from '../../intake/create-intake.ts';
import { topicFieldPrefix } from './form-names.ts';
import { placeOf } from './places.ts';

type Values = Readonly<Record<string, string>>;

export type FormReading =
  | { readonly ok: true; readonly application: IntakeApplication }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/**
 * Reads a posted form as an application by the web. Every error at once: what is wrong in itself is put aside, and
 * the rules are asked of the rest, so that nobody mends one field after the other.
 */
export async function readForm(topic: Topic, values: Values, intake: Intake): Promise<FormReading> {
  const raw = rawOf(topic, values);
  const own = ownErrors(values);
  const whole = intakeApplicationSchema.safeParse(raw, turkishParse);
  if (whole.success) {
    const errors = [...own, ...(await intake.errorsOf(whole.data))];
    return errors.length === 0 ? { ok: true, application: whole.data } : { ok: false, errors };
  }
  const broken = [...own, ...fieldErrorsOf(whole.error)];
  const rest = intakeApplicationSchema.safeParse(
    withoutBroken(raw, topic, new Set(broken.map(({ path }) => path))),
  );
  const ruled = rest.success ? await intake.errorsOf(rest.data) : [];
  return { ok: false, errors: [...broken, ...ruled.filter((error) => isOfTheRest(error, broken))] };
}

function rawOf(topic: Topic, values: Values) {
  const value = (name: string): string => values[name] ?? '';
  const place = placeOf(value('yer'));
  const isAnonymous = value('basvuran') === 'anonymous';
  const [, textCode = '', textVersion = ''] = /^([\w-]{1,60})\/(\d{1,6})$/.exec(value('aydinlatma')) ?? [];
  return {
    channel: 'web',
    applicant: {
      kind: value('basvuran') || undefined,
      name: value('ad'),
      identityNo: value('kimlik'),
      phone: value('cep'),
      landline: value('sabit'),
      email: value('eposta'),
    },
    // Who gives no name can be nothing else, and need not say so twice.
    capacity: value('sifat') || (isAnonymous ? 'informant' : undefined),
    capacityEvidence: value('belge'),
    applicationType: value('tur') || undefined,
    topicCode: topic.code,
    topicFields: Object.fromEntries(
      topic.fields
        .map(({ key }) => [key, value(topicFieldPrefix + key).trim()])
        .filter(([, text]) => text !== ''),
    ),
    description: value('aciklama'),
    installationNo: value('tesisat'),
    premises: place && {
      ...place,
      neighbourhood: value('mahalle').trim(),
      street: value('sokak').trim(),
      doorNo: value('kapi').trim(),
    },
    replyChannel: value('donus') || undefined,
    notice: { textCode, textVersion: Number(textVersion) || 1, method: 'read_on_screen' as const },
  };
}

/** What the form asks beyond the rules of every application. */
function ownErrors(values: Values): readonly FieldError[] {
  const isEmpty = (name: string): boolean => (values[name] ?? '').trim() === '';
  const errors: FieldError[] = [];
  // The place decides which branch it goes to and which team can find it.
  if (placeOf(values.yer ?? '') === undefined)
    errors.push({ path: 'premises', message: 'İl ve ilçe listeden seçilmeli.' });
  if (values.donus === 'written' && ['mahalle', 'sokak', 'kapi'].every(isEmpty))
    errors.push({ path: 'premises.street', message: 'Yazılı dönüş için adres yazılmalı.' });
  if (values.basvuran === 'anonymous' && !isEmpty('ad'))
    errors.push({
      path: 'applicant.name',
      message: 'Kimliğinizi vermemeyi seçtiniz: adı silin ya da başvuran türünü değiştirin.',
    });
  return errors;
}

/** Values in which no rule finds fault. */
const harmless: Readonly<Record<string, unknown>> = {
  'applicant.kind': 'person',
  'applicant.name': '-',
  'applicant.identityNo': null,
  'applicant.phone': null,
  'applicant.landline': null,
  'applicant.email': null,
  capacity: 'self',
  description: '-',
  installationNo: null,
  replyChannel: 'telephone',
};

function withoutBroken(
  raw: ReturnType<typeof rawOf>,
  topic: Topic,
  broken: ReadonlySet<string>,
): Record<string, unknown> {
  const mend = (part: Readonly<Record<string, unknown>>, prefix: string) =>
    Object.fromEntries(
      Object.entries(part).map(([key, value]) => {
        const path = prefix + key;
        return [key, broken.has(path) ? (path in harmless ? harmless[path] : '') : value];
      }),
    );
  return {
    ...mend(raw, ''),
    applicationType: broken.has('applicationType') ? (topic.types?.[0] ?? 'request') : raw.applicationType,
    applicant: mend(raw.applicant, 'applicant.'),
    topicFields: mend(raw.topicFields, 'topicFields.'),
    premises: raw.premises === undefined ? null : mend(raw.premises, 'premises.'),
    notice: raw.notice,
  };
}

/** Said of a value that was put in for a broken one, it would mislead. */
function isOfTheRest({ path }: FieldError, broken: readonly FieldError[]): boolean {
  const isBroken = (other: string): boolean => broken.some((error) => error.path === other);
  if (isBroken(path)) return false;
  if (path === 'capacity' && isBroken('applicant.kind')) return false;
  return !(isBroken('replyChannel') && /^(applicant\.(phone|email)|premises)$/.test(path));
}
