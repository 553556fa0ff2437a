import type { PayloadOf } from '../../../../src-shared/ledger/entry-types.ts';
import type { SmsPurpose } from '../../../../src-shared/rules/procedure.ts';
import type { SmsValues } from '../../../../src-shared/rules/sms-template.ts';
import { smsFact } from '../../../../src-shared/rules/sms-text.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Ids } from '../../ports.ts';
import type { Work } from '../../write.ts';

type Registration = PayloadOf<'application.registered'>;

/**
 * The intent to tell the applicant, one per transition; the gateway sends it.
 * @param purpose null where the channel's procedure has no SMS for the transition
 * @returns the message's id, or null where nothing is sent: there is no mobile number, or no SMS for it
 */
export async function requestSms(
  work: Work,
  application: { readonly id: string; readonly registration: Registration },
  purpose: SmsPurpose | null,
  more: SmsValues,
  { catalogue, ids }: { readonly catalogue: Catalogue; readonly ids: Ids },
): Promise<string | null> {
  const { smsTemplate } = catalogue;
  const smsId = ids.uuid();
  const stream = { kind: 'application', id: application.id };
  const request = smsFact(stream, application.registration, purpose, more, { smsTemplate, smsId });
  if (request === undefined) return null;
  await work.append(request);
  return smsId;
}
