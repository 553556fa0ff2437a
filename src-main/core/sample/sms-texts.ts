import type { PayloadOf } from '../../../src-shared/ledger/entry-types.ts';
import { countSegments, normaliseSmsText } from '../../../src-shared/rules/sms-segments.ts';
import { renderTemplate, type SmsValues } from '../../../src-shared/rules/sms-template.ts';
import { applicantShort } from '../../../src-shared/text/applicant-short.ts';
import { formatTrackingCode } from '../../../src-shared/text/tracking-code.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';

type Registration = PayloadOf<'application.registered'>;
export type SmsText = Omit<PayloadOf<'sms.requested'>, 'smsId' | 'to'>;

export function registrationSms(catalogue: Catalogue, registration: Registration, trackingUrl: string) {
  return textOf(catalogue, registration, 'application_registered', { trackingUrl });
}

export function closingSms(
  catalogue: Catalogue,
  registration: Registration,
  trackingUrl: string,
  outcome: string,
) {
  return textOf(catalogue, registration, 'application_closed', { trackingUrl, outcome });
}

function textOf(
  catalogue: Catalogue,
  { applicant, applicationNo, trackingCode }: Registration,
  purpose: SmsText['purpose'],
  more: SmsValues,
): SmsText {
  const template = catalogue.smsTemplate(purpose);
  const rendered = renderTemplate(template, {
    applicantShort: applicantShort(applicant.name, applicant.kind !== 'person'),
    applicationNo,
    trackingCode: formatTrackingCode(trackingCode),
    ...more,
  });
  if (!rendered.ok) throw new Error(`A shipped SMS template can't be filled: ${rendered.message}`);
  const text = normaliseSmsText(rendered.text);
  return { purpose, text, segments: countSegments(text).segments, templateVersion: template.version };
}
