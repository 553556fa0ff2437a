import type { FieldError } from '../../../../src-shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../../src-shared/contract/index.ts';
import { needsEvidence } from '../../../../src-shared/rules/capacity.ts';
import type { ChannelProcedure } from '../../../../src-shared/rules/channels.ts';
import { isUnknownDistrict } from '../../../../src-shared/rules/provinces.ts';
import { isTckn } from '../../../../src-shared/text/identity-number.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';

type Input = ParsedInputOf<'application.register'>;
type Content = Pick<Input, 'applicant' | 'capacity' | 'capacityEvidence' | 'premises' | 'replyChannel'>;

/** Rules across fields, each at the field where the clerk can mend it; the topic's own are checked apart. */
export function registrationErrors(
  input: Input,
  procedure: ChannelProcedure,
  catalogue: Catalogue,
  nowIso: string,
): readonly FieldError[] {
  return [
    ...channelErrors(procedure),
    ...edmsErrors(input, procedure),
    ...consumerErrors(input),
    ...contentErrors(input, catalogue),
    ...momentErrors(input, nowIso),
    ...noticeErrors(input, procedure, catalogue),
  ];
}

/** What must hold of the words of an application, when it is taken down and when it is put right later. */
export function contentErrors(input: Content, catalogue: Catalogue): readonly FieldError[] {
  return [...applicantErrors(input), ...replyErrors(input), ...premisesErrors(input, catalogue)];
}

/** WA-1: a channel that is off cannot be chosen; and what comes in by itself is not typed here. */
function channelErrors({ isOn, intake, label }: ChannelProcedure): readonly FieldError[] {
  if (!isOn) return [{ path: 'channel', message: `${label} kanalı şu anda hizmette değil.` }];
  if (!intake.includes('counter'))
    return [{ path: 'channel', message: `${label} başvuruları kendiliğinden gelir; bankoda kaydedilmez.` }];
  return [];
}

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

function consumerErrors({ consumerId, crmConsumer }: Input): readonly FieldError[] {
  return consumerId !== null && crmConsumer !== null
    ? [{ path: 'crmConsumer', message: 'Kişi ya buradaki kartıyla ya da CRM kaydıyla seçilir.' }]
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

function premisesErrors({ premises }: Content, { provinces }: Catalogue): readonly FieldError[] {
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
  { notice: current }: Catalogue,
): readonly FieldError[] {
  if (notice === null)
    return applicant.kind === 'anonymous' || !asksNotice
      ? []
      : [{ path: 'notice', message: 'Başvuru sahibi aydınlatılmadan kayıt yapılamaz.' }];
  if (notice.textCode !== current.code || notice.textVersion !== current.version)
    return [{ path: 'notice', message: 'Aydınlatma metni değişti. Yeni metni gösterip yeniden kaydedin.' }];
  return [];
}
