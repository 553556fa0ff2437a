import { randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { RegistrationInput } from '../../src-shared/contract/application-register.ts';
import type { FieldError } from '../../src-shared/contract/errors.ts';
import type { IntakeApplication } from '../../src-shared/contract/gateway-intake.ts';
import type { Json } from '../../src-shared/ledger/canonical-json.ts';
import { intakeActor } from '../../src-shared/ledger/entry.ts';
import type { Topic } from '../../src-shared/rules/catalogue.ts';
import type { Channel, ChannelProcedure } from '../../src-shared/rules/channels.ts';
import { registrationErrors } from '../../src-shared/rules/check-registration.ts';
import { registrationFacts, registrationOf } from '../../src-shared/rules/registration.ts';
import { localDay } from '../../src-shared/text/format.ts';
import { makeTrackingCode, trackingRandomBytes } from '../../src-shared/text/tracking-code.ts';
import type { Database } from '../db/schema.ts';
import type { OwnLog } from '../ledger/own-log.ts';
import { lockAppends } from '../ledger/store-entries.ts';
import { shippedCatalogue as catalogue } from '../lib/catalogue.ts';
import { type Clock, isoNow } from '../lib/clock.ts';
import { uuidV7 } from '../lib/ids.ts';
import { createApplicationNumbers } from './application-numbers.ts';
import { createIntakePlaces, type IntakePlace, type IntakePlaces } from './intake-places.ts';
import {
  bodyHashOf,
  findRequest,
  type KnownRequest,
  keepRequest,
  type RequestId,
  type Taken,
} from './requests.ts';

export type IntakeResult =
  | { readonly ok: true; readonly taken: Taken }
  | { readonly ok: false; readonly code: 'not_acceptable'; readonly fields: readonly FieldError[] }
  /** No branch is known for the premises: an operator has to name one. */
  | { readonly ok: false; readonly code: 'no_branch' }
  /** The same key came with other words before. */
  | { readonly ok: false; readonly code: 'key_reused'; readonly taken: Taken };

export type IntakeOrder = RequestId & {
  readonly application: IntakeApplication;
  /** What was sent, by which a repetition is told from another application under the same key. */
  readonly body: Json;
};

export type Intake = {
  /** Registers an application from outside, once per request. */
  readonly take: (order: IntakeOrder) => Promise<IntakeResult>;
  /**
   * How a channel's applications from a province are taken, from anywhere where it is null; undefined where no branch
   * is named for it.
   */
  readonly procedureFor: (province: string | null, channel: Channel) => Promise<ChannelProcedure | undefined>;
  /** What an applicant from a province is given today, from anywhere where it is null. */
  readonly noticeFor: IntakePlaces['noticeFor'];
  /** Every rule that the application breaks, without registering it. */
  readonly errorsOf: (application: IntakeApplication) => Promise<readonly FieldError[]>;
};

export type IntakeParts = {
  readonly db: Kysely<Database>;
  readonly clock: Clock;
  readonly ownLog: OwnLog;
  readonly onStored: () => void;
  readonly trackingPage: () => string;
};

/** @param parts one gateway's: what it has read of the branches and which numbers it has given is kept with it */
export function createIntake(parts: IntakeParts): Intake {
  const { db, clock, ownLog, onStored } = parts;
  const { placeFor, noticeFor, trackingUrlOf } = createIntakePlaces(db, clock, parts.trackingPage);
  const nextNumber = createApplicationNumbers(clock);

  function judge(application: IntakeApplication, { procedure, notice }: IntakePlace): readonly FieldError[] {
    const nowIso = isoNow(clock);
    return registrationErrors(inputOf(application), {
      catalogue,
      procedure,
      notice,
      intake: 'gateway',
      nowIso,
    });
  }

  async function register(
    tx: Transaction<Database>,
    application: IntakeApplication,
    topic: Topic,
    { branch, channelsVersion, procedure, notice }: IntakePlace,
    trackingUrl: string,
  ): Promise<Taken> {
    const at = isoNow(clock);
    const input = inputOf(application);
    const registration = registrationOf(input, topic, {
      applicationNo: await nextNumber(tx, { branch, year: localDay(at).slice(0, 4) }),
      trackingCode: makeTrackingCode(randomBytes(trackingRandomBytes)),
      branchCode: branch,
      // Nobody has seen the applicant, so no card of a known consumer is touched.
      ...{ deskCode: null, ticketId: null, consumerId: null },
      at,
      channelsVersion,
      catalogue,
    });
    const stream = { kind: 'application', id: uuidV7(clock.now()) };
    const telling = { procedure, catalogue, notice, trackingUrl, smsId: uuidV7(clock.now()) };
    const { facts } = registrationFacts(stream, registration, input, telling);
    const actor = intakeActor(application.channel);
    await ownLog.append(
      tx,
      facts.map((fact) => ({ branch, actor, fact })),
    );
    const { applicationNo, trackingCode, dueAt } = registration;
    return { applicationId: stream.id, applicationNo, trackingCode, dueAt };
  }

  const placeOf = ({ premises, channel }: IntakeApplication) => placeFor(premises?.province ?? null, channel);

  return {
    procedureFor: async (province, channel) => (await placeFor(province, channel))?.procedure,
    noticeFor,
    errorsOf: async (application) => {
      const place = await placeOf(application);
      return place === undefined ? [] : judge(application, place);
    },
    take: async (order) => {
      const { application, body } = order;
      const bodyHash = bodyHashOf(order, body);
      const known = await findRequest(db, clock, order);
      if (known !== undefined) return answerAgain(known, bodyHash);
      const place = await placeOf(application);
      if (place === undefined) return { ok: false, code: 'no_branch' };
      const topic = catalogue.topic(application.topicCode);
      const fields = judge(application, place);
      if (topic === undefined || fields.length > 0) return { ok: false, code: 'not_acceptable', fields };
      const trackingUrl = await trackingUrlOf(place.branch);
      const result = await db.transaction().execute(async (tx): Promise<IntakeResult> => {
        await lockAppends(tx);
        // The same request may have been answered while this one was judged.
        const before = await findRequest(tx, clock, order);
        if (before !== undefined) return answerAgain(before, bodyHash);
        const taken = await register(tx, application, topic, place, trackingUrl);
        await keepRequest(tx, clock, order, { bodyHash, taken });
        return { ok: true, taken };
      });
      if (result.ok) onStored();
      return result;
    },
  };
}

function inputOf(application: IntakeApplication): RegistrationInput {
  return { ...application, identityVerifiedBy: 'not_verified', phoneCheckId: null };
}

function answerAgain({ bodyHash, taken }: KnownRequest, asked: string): IntakeResult {
  return bodyHash === asked ? { ok: true, taken } : { ok: false, code: 'key_reused', taken };
}
