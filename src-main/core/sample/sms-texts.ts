import type { PayloadOf } from '../../../src-shared/ledger/entry-types.ts';
import type { SmsValues } from '../../../src-shared/rules/sms-template.ts';
import { smsTextOf } from '../../../src-shared/rules/sms-text.ts';
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
  registration: Registration,
  purpose: SmsText['purpose'],
  more: SmsValues,
): SmsText {
  return { purpose, ...smsTextOf(catalogue.smsTemplate(purpose), registration, more) };
}
