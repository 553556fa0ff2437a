import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../../src-shared/contract/index.ts';
import { procedureOf } from '../../../../src-shared/rules/channels.ts';
import { registrationErrors } from '../../../../src-shared/rules/check-registration.ts';
import { registrationFacts, registrationOf } from '../../../../src-shared/rules/registration.ts';
import { localDay } from '../../../../src-shared/text/format.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Context } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock, Ids } from '../../ports.ts';
import { attachUploads } from '../attachment/attach.ts';
import { channelsNow } from '../channels/channels.repo.ts';
import { withCard } from '../consumer/from-card.ts';
import { keepConsumer } from '../consumer/keep-consumer.ts';
import { verifiedPhone } from '../phone/verified-phone.ts';
import { requestPrint } from '../print/request-print.ts';
import { readDocument, readLocal } from '../settings/settings.repo.ts';
import { noticeOn } from '../text/texts.repo.ts';
import { ticketById } from '../ticket/ticket.repo.ts';
import { newTrackingCode, takeApplicationNumber } from './application-number.ts';

export type RegisterServices = {
  readonly db: Reader;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly catalogue: Catalogue;
};
type Input = ParsedInputOf<'application.register'>;

/**
 * SP-1, WR-2, IN-2, SW-2: the application, its number and code, the notice, the SMS intent and the receipt, all in one
 * transaction, as the channel's procedure has it. Where information alone was given it is concluded with it (SW-4).
 */
export async function register(
  services: RegisterServices,
  context: Context,
  asked: Input,
): Promise<Result<OutputOf<'application.register'>>> {
  const { catalogue, ids, db } = services;
  const input = await withCard(db, asked);
  const topic = catalogue.topic(input.topicCode);
  const channels = await channelsNow(db, catalogue);
  const procedure = procedureOf(channels, input.channel);
  const nowIso = new Date(services.clock.now()).toISOString();
  const notice = await noticeOn(db, catalogue, localDay(nowIso));
  const errors = registrationErrors(input, { catalogue, notice, procedure, intake: 'counter', nowIso });
  if (topic?.retiredAt !== undefined) return fail('topic_retired', errors);
  if (topic === undefined || errors.length > 0) return fail('invalid_input', errors);
  const place = await placeOf(db);
  if (place === undefined) return fail('settings_unreadable');

  return context.write(async (work) => {
    if (input.ticketId !== null && (await ticketById(work.trx, input.ticketId)) === undefined)
      return fail('invalid_input', [{ path: 'ticketId', message: 'Bu sıra numarası bulunamadı.' }]);
    const isOtherPhone =
      input.phoneCheckId !== null &&
      (await verifiedPhone(work.trx, input.phoneCheckId)) !== input.applicant.phone;
    if (isOtherPhone)
      return fail('invalid_input', [
        {
          path: 'applicant.phone',
          message: 'Bu numara kodla doğrulanmadı. Yeniden doğrulayın ya da doğrulamadan kaydedin.',
        },
      ]);
    const consumer = await keepConsumer(work, ids, input);
    if (!consumer.ok) return consumer;
    const at = new Date(services.clock.now()).toISOString();
    const registration = registrationOf(input, topic, {
      applicationNo: await takeApplicationNumber(work.trx, { ...place, year: localDay(at).slice(0, 4) }),
      trackingCode: newTrackingCode(ids),
      branchCode: place.branchCode,
      deskCode: context.session?.desk?.deskCode ?? null,
      ticketId: input.ticketId,
      consumerId: consumer.value,
      at,
      channelsVersion: channels.version,
      catalogue,
    });
    const stream = { kind: 'application', id: ids.uuid() };
    const { trackingUrl } = place;
    const telling = { procedure, catalogue, notice, trackingUrl, smsId: ids.uuid() };
    const { facts, smsId } = registrationFacts(stream, registration, input, telling);
    for (const fact of facts) await work.append(fact);
    const attached = await attachUploads(work, input.files, stream.id);
    if (!attached.ok) return attached;
    const printJobId = procedure.printsBarcode
      ? await requestPrint(work, ids, stream, 'application_receipt', context)
      : null;
    const { applicationNo, trackingCode, dueAt: due } = registration;
    return succeed({ applicationId: stream.id, applicationNo, trackingCode, dueAt: due, printJobId, smsId });
  });
}

type Place = { readonly branchCode: string; readonly workstationNo: number; readonly trackingUrl: string };

async function placeOf(db: Reader): Promise<Place | undefined> {
  const [branch, policy, workstation] = [
    await readDocument(db, 'branch'),
    await readDocument(db, 'policy'),
    await readLocal(db, 'workstation'),
  ];
  if (branch === undefined || policy === undefined || workstation === undefined) return undefined;
  return {
    branchCode: branch.code,
    workstationNo: workstation.workstationNo,
    trackingUrl: policy.trackingUrl,
  };
}
