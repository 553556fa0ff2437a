import { fact, type PayloadOf } from '../../../../src-shared/ledger/entry-types.ts';
import { countSegments, normaliseSmsText } from '../../../../src-shared/rules/sms-segments.ts';
import { renderTemplate, type SmsValues } from '../../../../src-shared/rules/sms-template.ts';
import { applicantShort } from '../../../../src-shared/text/applicant-short.ts';
import { formatTrackingCode } from '../../../../src-shared/text/tracking-code.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Ids } from '../../ports.ts';
import type { Work } from '../../write.ts';

type Registration = PayloadOf<'application.registered'>;
type Purpose = PayloadOf<'sms.requested'>['purpose'];

/** The longest outcome that an SMS carries in words; a longer one goes by e-mail or letter. */
export const maxSmsOutcome = 300;

/** An informant may leave a number and no name. */
const namelessApplicant = 'Başvuru Sahibi';

/**
 * The intent to tell the applicant, one per transition; the gateway sends it. Its id is the client key that
 * keeps a retry from becoming a second message.
 * @param purpose null where the channel's procedure has no SMS for the transition
 * @returns the message's id, or null where nothing is sent: there is no mobile number, or no SMS for it
 */
export async function requestSms(
  work: Work,
  application: { readonly id: string; readonly registration: Registration },
  purpose: Purpose | null,
  more: SmsValues,
  { catalogue, ids }: { readonly catalogue: Catalogue; readonly ids: Ids },
): Promise<string | null> {
  const { applicant, applicationNo, trackingCode } = application.registration;
  if (applicant.phone === null || purpose === null) return null;
  const template = catalogue.smsTemplate(purpose);
  const rendered = renderTemplate(template, {
    applicantShort: applicantShort(applicant.name || namelessApplicant, applicant.kind !== 'person'),
    applicationNo,
    trackingCode: formatTrackingCode(trackingCode),
    ...more,
  });
  if (!rendered.ok) throw new Error(`A shipped SMS template can't be filled: ${rendered.message}`);
  const text = normaliseSmsText(rendered.text);
  const smsId = ids.uuid();
  await work.append(
    fact({ kind: 'application', id: application.id }, 'sms.requested', {
      smsId,
      purpose,
      to: applicant.phone,
      text,
      segments: countSegments(text).segments,
      templateVersion: template.version,
    }),
  );
  return smsId;
}
