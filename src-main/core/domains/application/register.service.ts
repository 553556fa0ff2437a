import { type FieldError, fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../../src-shared/contract/index.ts';
import { fact, type PayloadOf } from '../../../../src-shared/ledger/entry-types.ts';
import type { Topic } from '../../../../src-shared/rules/catalogue.ts';
import { type ChannelProcedure, procedureOf } from '../../../../src-shared/rules/channels.ts';
import { smsAt } from '../../../../src-shared/rules/procedure.ts';
import { localDay } from '../../../../src-shared/text/format.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Context } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock, Ids } from '../../ports.ts';
import type { Work } from '../../write.ts';
import { channelsNow } from '../channels/channels.repo.ts';
import { keepConsumer } from '../consumer/keep-consumer.ts';
import { verifiedPhone } from '../phone/verified-phone.ts';
import { requestPrint } from '../print/request-print.ts';
import { readDocument, readLocal } from '../settings/settings.repo.ts';
import { ticketById } from '../ticket/ticket.repo.ts';
import { newTrackingCode, takeApplicationNumber } from './application-number.ts';
import { registrationErrors } from './check-registration.ts';
import { atOnceErrors, closingOf } from './closing.ts';
import { deadlineOf } from './deadline-of.ts';
import { requestSms } from './request-sms.ts';
import { topicFieldErrors } from './topic-fields.ts';

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
  input: Input,
): Promise<Result<OutputOf<'application.register'>>> {
  const { catalogue, ids, db } = services;
  const topic = catalogue.topic(input.topicCode);
  const channels = await channelsNow(db, catalogue);
  const procedure = procedureOf(channels, input.channel);
  const nowIso = new Date(services.clock.now()).toISOString();
  const errors = [
    ...topicErrors(topic, input),
    ...registrationErrors(input, procedure, catalogue, nowIso),
    ...atOnceErrors(input, procedure),
  ];
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
    const id = ids.uuid();
    const registration = {
      ...(await registrationOf(work, services, context, input, topic, place, consumer.value)),
      channelsVersion: channels.version,
    };
    const stream = { kind: 'application', id };
    await work.append(fact(stream, 'application.registered', registration));
    if (input.notice !== null) {
      const { textCode, textVersion, method } = input.notice;
      const { language } = catalogue.notice;
      const textHash = catalogue.noticeHash;
      await work.append(fact(stream, 'notice.given', { textCode, textVersion, textHash, language, method }));
    }
    const application = { id, registration };
    const smsId =
      input.resolvedAtOnce === null
        ? await tellRegistered(work, application, procedure, place, services)
        : await concludeAtOnce(work, application, input.resolvedAtOnce, procedure, place, services);
    const printJobId = procedure.printsBarcode
      ? await requestPrint(work, ids, stream, 'application_receipt', context)
      : null;
    const { applicationNo, trackingCode, dueAt: due } = registration;
    return succeed({ applicationId: id, applicationNo, trackingCode, dueAt: due, printJobId, smsId });
  });
}

type Application = { readonly id: string; readonly registration: PayloadOf<'application.registered'> };

function tellRegistered(
  work: Work,
  application: Application,
  procedure: ChannelProcedure,
  { trackingUrl }: Place,
  services: RegisterServices,
): Promise<string | null> {
  return requestSms(work, application, smsAt(procedure, 'registered'), { trackingUrl }, services);
}

async function concludeAtOnce(
  work: Work,
  application: Application,
  said: NonNullable<Input['resolvedAtOnce']>,
  procedure: ChannelProcedure,
  { trackingUrl }: Place,
  services: RegisterServices,
): Promise<string | null> {
  const { closing, outcomeWords } = closingOf(said);
  const stream = { kind: 'application', id: application.id };
  await work.append(fact(stream, 'application.closed', { ...closing, atOnce: true }));
  const values = { trackingUrl, outcome: outcomeWords };
  return requestSms(work, application, smsAt(procedure, 'resolvedAtOnce'), values, services);
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

function topicErrors(topic: Topic | undefined, input: Input): readonly FieldError[] {
  if (topic === undefined) return [{ path: 'topicCode', message: 'Böyle bir konu yok. Listeden seçin.' }];
  if (topic.retiredAt !== undefined)
    return [
      { path: 'topicCode', message: 'Bu konu kullanımdan kaldırıldı. Listeden güncel bir konu seçin.' },
    ];
  return topicFieldErrors(topic, input.topicFields);
}

async function registrationOf(
  work: Work,
  { clock, ids, catalogue }: RegisterServices,
  context: Context,
  input: Input,
  topic: Topic,
  place: Place,
  consumerId: string | null,
): Promise<PayloadOf<'application.registered'>> {
  const now = new Date(clock.now()).toISOString();
  const year = localDay(now).slice(0, 4);
  return {
    applicationNo: await takeApplicationNumber(work.trx, { ...place, year }),
    trackingCode: newTrackingCode(ids),
    channel: input.channel,
    branchCode: place.branchCode,
    deskCode: context.session?.desk?.deskCode ?? null,
    ticketId: input.ticketId,
    consumerId,
    applicant: input.applicant,
    capacity: input.capacity,
    capacityEvidence: input.capacityEvidence,
    identityVerifiedBy: input.identityVerifiedBy,
    applicationType: input.applicationType,
    topicCode: topic.code,
    topicsVersion: catalogue.topics.version,
    topicFields: input.topicFields,
    description: input.description,
    installationNo: input.installationNo,
    premises: input.premises,
    replyChannel: input.replyChannel,
    ...deadlineOf(catalogue, topic, { registeredAt: now, topicFields: input.topicFields, waits: [] }),
    ...(input.phoneCheckId === null ? {} : { phoneCheckId: input.phoneCheckId }),
    ...(input.edmsNo === null ? {} : { edmsNo: input.edmsNo }),
    ...(input.eventAt === null ? {} : { eventAt: input.eventAt }),
  };
}
