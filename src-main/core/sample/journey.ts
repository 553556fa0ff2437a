import { type Entry, gatewayActor } from '../../../src-shared/ledger/entry.ts';
import { type EntryType, fact, type PayloadOf } from '../../../src-shared/ledger/entry-types.ts';
import type { Topic } from '../../../src-shared/rules/catalogue.ts';
import { samplePerson } from '../../../src-shared/rules/sample-people.ts';
import type { DueOf } from './due-dates.ts';
import type { HistoryOptions, TimedFact } from './history-options.ts';
import { drawEnding, drawPace, type Ending } from './journey-plan.ts';
import type { OfficeHours } from './office-hours.ts';
import type { Random } from './random.ts';
import { sampleConsent } from './sample-consent.ts';
import { sampleUuid } from './sample-ids.ts';
import { closingSms, registrationSms, type SmsText } from './sms-texts.ts';
import type { Story } from './stories/story.ts';
import { fill, type Matter } from './stories/told.ts';

type Registration = PayloadOf<'application.registered'>;

export type Case = {
  readonly id: string;
  readonly at: number;
  readonly registration: Registration;
  readonly topic: Topic;
  readonly story: Story;
  readonly matter: Matter;
  /** Fixed where the history must have one of these; else drawn. */
  readonly ending: Ending | undefined;
};

export type Surroundings = {
  readonly clerk: (random: Random) => string;
  readonly dueOf: DueOf;
  /** The application before this one, which a duplicate is merged with. */
  readonly previous: { readonly id: string; readonly applicationNo: string } | undefined;
};

const second = 1_000;
const minute = 60 * second;
const dayMillis = 24 * 60 * minute;

/** Everything that happens to one application, in order; what lies after the history's end is cut off there. */
export function journeyOf(
  random: Random,
  { id, at, registration, topic, story, matter, ending: fixed }: Case,
  { catalogue, trackingUrl, isLean = false }: HistoryOptions,
  { clerk: clerkOf, dueOf, previous }: Surroundings,
  hours: OfficeHours,
): readonly TimedFact[] {
  const facts: TimedFact[] = [];
  const stream = { kind: 'application', id };
  const clerk = clerkOf(random);
  const ending = fixed ?? drawEnding(random);
  const span = (Date.parse(registration.dueAt) - at) * (fixed === undefined ? drawPace(random) : 0.2);
  let now = at;

  function say<T extends EntryType>(actor: string, type: T, payload: PayloadOf<T>): void {
    facts.push({ at: now, actor, fact: fact(stream, type, payload) });
  }
  /** Goes on to the moment when a share of the whole time has passed, in opening hours unless it can't wait. */
  function pass(share: number): void {
    const wanted = Math.max(now + random.int(40, 400) * second, at + Math.floor(span * share));
    now = topic.urgent ? wanted : hours.orNext(random, wanted);
  }
  function aside(after: number, state: () => void): void {
    const back = now;
    now += after;
    state();
    now = back;
  }
  function sendSms(textOf: () => SmsText): void {
    const to = registration.applicant.phone;
    if (to === null) return;
    const smsId = sampleUuid(random, now);
    say(clerk, 'sms.requested', { smsId, to, ...textOf() });
    if (isLean) return;
    const report = (state: PayloadOf<'sms.reported'>['state'], detail: string) =>
      say(gatewayActor, 'sms.reported', { smsId, state, driver: 'outbox', detail });
    aside(random.int(2, 9) * second, () => report('accepted', ''));
    if (random.chance(0.02)) aside(95 * second, () => report('failed', 'Numara kullanımda değil.'));
    else aside(random.int(10, 90) * second, () => report('delivered', ''));
  }

  say(clerk, 'application.registered', registration);
  if (registration.applicant.kind !== 'anonymous') {
    const { code: textCode, version: textVersion, language, hash: textHash } = catalogue.notice;
    const method = noticeMethodOf(random, registration);
    say(clerk, 'notice.given', { textCode, textVersion, textHash, language, method });
  }
  facts.push(...sampleConsent({ applicationId: id, clerk, at: now, topic, catalogue }));
  sendSms(() => registrationSms(catalogue, registration, trackingUrl));
  if (registration.deskCode !== null && !isLean) {
    const jobId = sampleUuid(random, now);
    say(clerk, 'print.requested', { jobId, document: 'application_receipt', copyNo: 1 });
    aside(2 * second, () => say(clerk, 'print.reported', { jobId, state: 'shown', reason: '' }));
  }
  if (ending === 'registered') return facts;
  if (ending === 'waiting_for_applicant') {
    pass(0.05);
    say(clerk, 'applicant.awaited', { missing: 'Tapu ya da kira sözleşmesi fotokopisi', pause: null });
    return facts;
  }
  if (ending === 'merged_duplicate' && previous !== undefined) {
    pass(0.05);
    mergeWith(previous);
    return facts;
  }
  if (ending === 'cancelled_by_applicant') {
    pass(0.1);
    close(clerk, { outcomeKind: 'cancelled_by_applicant', outcome: 'Başvuran başvurusunu geri çekti.' });
    return facts;
  }

  const teamCode = topic.teamCode;
  const needsTeam =
    teamCode !== undefined && (fixed !== undefined || topic.code !== 'info_request' || random.chance(0.2));
  if (needsTeam && askTeam(teamCode)) return facts;
  finish();
  if (ending === 'reopened') reopen();
  return facts;

  /** True where the application stays with the team, or comes to its end in passing. */
  function askTeam(first: string): boolean {
    const note = random.chance(0.35) ? 'Bilgi ve gereği için.' : '';
    const route = (code: string) => {
      const teamName = catalogue.teamName(code) ?? code;
      const takeBy = new Date(hours.orNext(random, now + dayMillis)).toISOString();
      say(clerk, 'application.routed', { teamCode: code, teamName, note, takeBy });
    };
    now += random.int(2, 25) * minute;
    const isReturned = ending === 'returned_to_router' || random.chance(0.04);
    const before = isReturned ? 'customer_services' : first;
    route(isReturned && before !== first ? before : first);
    if (ending === 'routed') return true;
    if (isReturned) {
      pass(0.15);
      say(actorOf(before), 'team.returned', {
        ...whoOf(before),
        reason: 'Konu birimimizin görev alanında değildir.',
      });
      if (ending === 'returned_to_router') return true;
      pass(0.2);
      route(first);
    }
    pass(0.2 + random.next() * 0.1);
    say(actorOf(first), 'application.taken', whoOf(first));
    if (ending === 'in_progress_at_team') return true;
    if (ending === 'closed_across_answer') finish();
    pass(0.5 + random.next() * 0.3);
    const answer = fill(story.answers[random.int(0, story.answers.length - 1)] ?? 'Gereği yapıldı.', matter);
    say(actorOf(first), 'team.answered', { ...whoOf(first), answer });
    return ending === 'answered_by_team' || ending === 'closed_across_answer';
  }

  function finish(): void {
    const { applicant, replyChannel } = registration;
    const phone = applicant.phone ?? applicant.landline;
    const isCalled = phone !== null && (replyChannel === 'telephone' || ending === 'contacting_customer');
    pass(0.82 + random.next() * 0.08);
    if (isCalled && (ending === 'contacting_customer' || random.chance(0.22))) {
      const callBackAt = new Date(hours.orNext(random, now + 3 * 60 * minute)).toISOString();
      say(clerk, 'call.attempted', { result: 'no_answer', phone, note: 'Yeniden aranacak.', callBackAt });
      if (ending === 'contacting_customer') return;
      pass(0.92);
    }
    if (isCalled) {
      say(clerk, 'call.attempted', { result: 'reached', phone, note: 'Sonuç hakkında bilgi verildi.' });
      now += random.int(40, 240) * second;
    }
    close(clerk);
    if (ending !== 'closed_twice') return;
    now += random.int(1, 6) * minute;
    close(clerkOf(random));
  }

  function mergeWith(other: NonNullable<Surroundings['previous']>): void {
    const { applicationNo } = registration;
    const link = { relation: 'duplicate' } as const;
    say(clerk, 'application.linked', {
      otherId: other.id,
      otherNo: other.applicationNo,
      ...link,
      reasons: [],
    });
    const back = { otherId: id, otherNo: applicationNo, ...link, reasons: [] };
    facts.push({
      at: now,
      actor: clerk,
      fact: fact({ kind: 'application', id: other.id }, 'application.linked', back),
    });
    const outcome = `Aynı konudaki ${other.applicationNo} numaralı başvuruyla birleştirildi.`;
    close(clerk, { outcomeKind: 'merged_duplicate', outcome, duplicateOf: other.id });
  }

  function reopen(): void {
    now = hours.orNext(random, now + 2 * dayMillis);
    const reason = 'Başvuran, yapılan işin sorunu gidermediğini bildirdi.';
    const deadline = dueOf(topic, new Date(now).toISOString(), {});
    say(clerk, 'application.reopened', { reason, ...deadline });
  }

  function close(actor: string, fixed: Partial<PayloadOf<'application.closed'>> = {}): void {
    const isRefused = story.refusals !== undefined && random.chance(0.3);
    const drawn = random.pick(isRefused && story.refusals ? story.refusals : story.outcomes);
    const outcome = fixed.outcome ?? drawn;
    const isFirst = !facts.some((said) => said.fact.type === 'application.closed');
    const durableMedium = mediumOf(registration);
    const outcomeKind = outcomeKindOf(random, topic, isRefused);
    const satisfaction = satisfactionOf(random, isRefused);
    say(actor, 'application.closed', { outcomeKind, outcome, durableMedium, satisfaction, ...fixed });
    if (isFirst) sendSms(() => closingSms(catalogue, registration, trackingUrl, outcome));
  }
}

/** As the gateway writes it. */
function actorOf(teamCode: string): Entry['actor'] {
  return `team:${teamCode}/${samplePerson(teamCode).displayName}`;
}

function whoOf(teamCode: string) {
  return { teamCode, member: samplePerson(teamCode).username };
}

function noticeMethodOf(random: Random, { channel }: Registration): PayloadOf<'notice.given'>['method'] {
  if (channel === 'switchboard' || channel === 'social_media') return 'read_aloud';
  return random.chance(0.75) ? 'read_on_screen' : 'printed';
}

function mediumOf({ applicant }: Registration): PayloadOf<'application.closed'>['durableMedium'] {
  if (applicant.kind === 'anonymous') return 'none';
  if (applicant.phone !== null) return 'sms';
  return applicant.email === null ? 'letter' : 'email';
}

function outcomeKindOf(
  random: Random,
  topic: Topic,
  isRefused: boolean,
): PayloadOf<'application.closed'>['outcomeKind'] {
  if (isRefused) return 'rejected';
  if (topic.group === 'retail') return 'referred_to_supplier';
  return topic.code === 'info_request' || random.chance(0.1) ? 'informed' : 'resolved';
}

function satisfactionOf(random: Random, isRefused: boolean): PayloadOf<'application.closed'>['satisfaction'] {
  if (random.chance(0.3)) return 'not_asked';
  if (random.chance(isRefused ? 0.25 : 0.8)) return 'satisfied';
  return random.chance(0.5) ? 'neutral' : 'dissatisfied';
}
