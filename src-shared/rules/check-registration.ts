import type { RegistrationInput } from '../contract/application-register.ts';
import type { FieldError } from '../contract/errors.ts';
import { isTckn } from '../text/identity-number.ts';
import { needsEvidence } from './capacity.ts';
import type { Topic } from './catalogue.ts';
import type { ChannelProcedure, Intake } from './channels.ts';
import { atOnceErrors } from './closing-words.ts';
import type { Catalogue } from './make-catalogue.ts';
import { isUnknownDistrict } from './provinces.ts';
import type { PublishedText } from './texts.ts';
import { topicFieldErrors } from './topic-fields.ts';

type Input = RegistrationInput;
type Content = Pick<Input, 'applicant' | 'capacity' | 'capacityEvidence' | 'premises' | 'replyChannel'>;

/** By what an application is judged. */
export type Measure = {
  readonly catalogue: Pick<Catalogue, 'topic' | 'provinces'>;
  /** In force where and when it is taken down. */
  readonly notice: Pick<PublishedText, 'code' | 'version' | 'hash'>;
  readonly procedure: ChannelProcedure;
  /** Where it is taken down. */
  readonly intake: Intake;
  readonly nowIso: string;
};

/** Everything that keeps an application from being registered, each at the field where it can be mended. */
export function registrationErrors(input: Input, measure: Measure): readonly FieldError[] {
  const { catalogue, procedure, intake, nowIso } = measure;
  return [
    ...topicErrors(catalogue.topic(input.topicCode), input),
    ...channelErrors(procedure, intake),
    ...edmsErrors(input, procedure),
    ...contentErrors(input, catalogue),
    ...momentErrors(input, nowIso),
    ...noticeErrors(input, procedure, measure.notice),
    ...atOnceErrors(input, procedure),
  ];
}

function topicErrors(topic: Topic | undefined, { topicFields }: Input): readonly FieldError[] {
  if (topic === undefined) return [{ path: 'topicCode', message: 'Böyle bir konu yok. Listeden seçin.' }];
  if (topic.retiredAt !== undefined)
    return [
      { path: 'topicCode', message: 'Bu konu kullanımdan kaldırıldı. Listeden güncel bir konu seçin.' },
    ];
  return topicFieldErrors(topic, topicFields);
}

/** What must hold of the words of an application, when it is taken down and when it is put right later. */
export function contentErrors(
  input: Content,
  catalogue: Pick<Catalogue, 'provinces'>,
): readonly FieldError[] {
  return [...applicantErrors(input), ...replyErrors(input), ...premisesErrors(input, catalogue)];
}

/** WA-1: a channel that is off cannot be chosen; and each comes in where it belongs. */
export function channelErrors(
  { isOn, intake: open, label }: ChannelProcedure,
  intake: Intake,
): readonly FieldError[] {
  if (!isOn) return [{ path: 'channel', message: `${label} kanalı şu anda hizmette değil.` }];
  return open.includes(intake) ? [] : [{ path: 'channel', message: `${label} ${elsewhere[intake]}` }];
}

const elsewhere: Readonly<Record<Intake, string>> = {
  counter: 'başvuruları kendiliğinden gelir; bankoda kaydedilmez.',
  gateway: 'başvuruları bankoda kaydedilir; dışarıdan alınmaz.',
};

function edmsErrors({ edmsNo }: Input, procedure: ChannelProcedure): readonly FieldError[] {
  if (procedure.edmsNo === 'required' && edmsNo === null)
    return [{ path: 'edmsNo', message: 'Evrak Yönetim Sistemi numarası yazılmalı.' }];
  if (procedure.edmsNo === 'none' && edmsNo !== null)
    return [{ path: 'edmsNo', message: 'Bu kanalda evrak numarası yazılmaz.' }];
  return [];
}

function momentErrors({ eventAt }: Input, nowIso: string): readonly FieldError[] {
  return eventAt !== null && eventAt > nowIso
    ? [{ path: 'eventAt', message: 'Olay zamanı ileri bir tarih olamaz.' }]
    : [];
}

function applicantErrors(input: Content): readonly FieldError[] {
  const { applicant, capacity } = input;
  const errors: FieldError[] = [];
  if (applicant.kind === 'anonymous') {
    if (capacity !== 'informant')
      errors.push({ path: 'capacity', message: 'Kimliğini vermeyen kişi yalnızca ihbarcı olabilir.' });
    if (applicant.identityNo !== null)
      errors.push({
        path: 'applicant.identityNo',
        message: 'Kimliği gizli ihbarda kimlik numarası yazılmaz.',
      });
    return errors;
  }
  if (applicant.name === '')
    errors.push({ path: 'applicant.name', message: 'Ad soyad ya da unvan yazılmalı.' });
  if (applicant.kind === 'person' && applicant.identityNo !== null && !isTckn(applicant.identityNo))
    errors.push({
      path: 'applicant.identityNo',
      message: 'Kişi için 11 rakamlı T.C. kimlik numarası yazılmalı.',
    });
  if (needsEvidence(capacity) && input.capacityEvidence === '')
    errors.push({ path: 'capacityEvidence', message: 'Bu sıfat için gösterilen belge yazılmalı.' });
  return errors;
}

/** The wanted reply must be possible: a number to call, an address to write to. */
function replyErrors({ applicant, premises, replyChannel }: Content): readonly FieldError[] {
  if (applicant.kind === 'anonymous') return [];
  if (replyChannel === 'telephone' && applicant.phone === null && applicant.landline === null)
    return [{ path: 'applicant.phone', message: 'Telefonla dönüş için bir telefon numarası yazılmalı.' }];
  if (replyChannel === 'email' && applicant.email === null)
    return [{ path: 'applicant.email', message: 'E-postayla dönüş için e-posta adresi yazılmalı.' }];
  if (replyChannel === 'written' && premises === null)
    return [{ path: 'premises', message: 'Yazılı dönüş için adres yazılmalı.' }];
  return [];
}

function premisesErrors(
  { premises }: Content,
  { provinces }: Pick<Catalogue, 'provinces'>,
): readonly FieldError[] {
  return premises !== null && isUnknownDistrict(provinces, premises)
    ? [
        {
          path: 'premises.district',
          message: 'Bu ilde böyle bir ilçe yok. Listeden seçin ya da ili düzeltin.',
        },
      ]
    : [];
}

/** Whoever gives personal data is informed at that moment, whatever the ground (KVKK md. 10, Tebliğ md. 5). */
function noticeErrors(
  { applicant, notice }: Input,
  { asksNotice }: ChannelProcedure,
  current: Measure['notice'],
): readonly FieldError[] {
  if (notice === null)
    return applicant.kind === 'anonymous' || !asksNotice
      ? []
      : [{ path: 'notice', message: 'Başvuru sahibi aydınlatılmadan kayıt yapılamaz.' }];
  const isCurrent =
    notice.textCode === current.code &&
    notice.textVersion === current.version &&
    (notice.textHash === undefined || notice.textHash === current.hash);
  if (!isCurrent)
    return [{ path: 'notice', message: 'Aydınlatma metni değişti. Yeni metni gösterip yeniden kaydedin.' }];
  return [];
}
