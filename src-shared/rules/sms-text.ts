import type { NewEntry, Stream } from '../ledger/entry.ts';
import { fact, type PayloadOf } from '../ledger/entry-types.ts';
import { applicantShort } from '../text/applicant-short.ts';
import { formatTrackingCode } from '../text/tracking-code.ts';
import type { SmsPurpose } from './procedure.ts';
import { countSegments, normaliseSmsText } from './sms-segments.ts';
import { renderTemplate, type SmsTemplate, type SmsValues } from './sms-template.ts';

type Addressed = Pick<PayloadOf<'application.registered'>, 'applicant' | 'applicationNo' | 'trackingCode'>;

/** The longest outcome that an SMS carries in words; a longer one goes by e-mail or letter. */
export const maxSmsOutcome = 300;

/** An informant may leave a number and no name. */
const namelessApplicant = 'Başvuru Sahibi';

/**
 * The text that a template makes of an application, and how many SMS it is.
 * @param more what the template wants beside the applicant, the number and the code: `trackingUrl`, `outcome`
 * @throws where a shipped template can't be filled, which only a broken build can cause
 */
export function smsTextOf(
  template: SmsTemplate,
  { applicant, applicationNo, trackingCode }: Addressed,
  more: SmsValues,
): Pick<PayloadOf<'sms.requested'>, 'text' | 'segments' | 'templateVersion'> {
  const rendered = renderTemplate(template, {
    applicantShort: applicantShort(applicant.name || namelessApplicant, applicant.kind !== 'person'),
    applicationNo,
    trackingCode: formatTrackingCode(trackingCode),
    ...more,
  });
  if (!rendered.ok) throw new Error(`A shipped SMS template can't be filled: ${rendered.message}`);
  const text = normaliseSmsText(rendered.text);
  return { text, segments: countSegments(text).segments, templateVersion: template.version };
}

/** What an SMS about an application is made with. */
export type SmsParts = {
  readonly smsTemplate: (purpose: SmsPurpose) => SmsTemplate;
  /** The client key that keeps a retry from becoming a second message. */
  readonly smsId: string;
};

/**
 * The intent to tell the applicant, one per transition; the gateway sends it.
 * @param purpose null where the channel's procedure has no SMS for the transition
 * @returns undefined where nothing is sent: there is no mobile number, or no SMS for it
 */
export function smsFact(
  stream: Stream,
  registration: Addressed,
  purpose: SmsPurpose | null,
  more: SmsValues,
  { smsTemplate, smsId }: SmsParts,
): NewEntry | undefined {
  const { phone } = registration.applicant;
  if (phone === null || purpose === null) return undefined;
  const text = smsTextOf(smsTemplate(purpose), registration, more);
  return fact(stream, 'sms.requested', { smsId, purpose, to: phone, ...text });
}
