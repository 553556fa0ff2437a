import {
  type FieldError,
  fail,
  failSaying,
  type Result,
  succeed,
} from '../../../../src-shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../../src-shared/contract/index.ts';
import { moveOfOutcome } from '../../../../src-shared/ledger/application-moves.ts';
import type { ApplicationState } from '../../../../src-shared/ledger/application-state.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import type { Topic } from '../../../../src-shared/rules/catalogue.ts';
import type { ChannelProcedure } from '../../../../src-shared/rules/channels.ts';
import {
  canReceive,
  closingGaps,
  isOwnWish,
  wantedMedium,
} from '../../../../src-shared/rules/closing-guard.ts';
import { closingOf, mediumSentences, outcomeErrors } from '../../../../src-shared/rules/closing-words.ts';
import { addDays } from '../../../../src-shared/rules/local-day.ts';
import { smsAt } from '../../../../src-shared/rules/procedure.ts';
import { formatDateTime, localDay } from '../../../../src-shared/text/format.ts';
import { type Context, userOf } from '../../handler.ts';
import type { Work } from '../../write.ts';
import { procedureBegunWith } from '../channels/channels.repo.ts';
import { readDocument } from '../settings/settings.repo.ts';
import { deadlineAgain } from './deadline-of.ts';
import { gapSentences } from './gap-sentences.ts';
import { linkBoth } from './link.service.ts';
import { loadApplication, openApplication, refusedMove, streamOf } from './open-application.ts';
import type { RegisterServices } from './register.service.ts';
import { requestSms } from './request-sms.ts';

type Input = ParsedInputOf<'application.close'>;

/**
 * SP-3, SP-4, AP-3, AP-4, WB-3, WB-4, SM-3, SM-4, SW-3, WR-4, WR-5, IN-4, IN-5: the outcome in words, by the channel
 * that the consumer chose, on a durable medium, with its SMS. Closed by the staff that the procedure names (rule 1).
 */
export async function close(
  services: RegisterServices,
  context: Context,
  input: Input,
): Promise<Result<OutputOf<'application.close'>>> {
  const { db, catalogue } = services;
  const policy = await readDocument(db, 'policy');
  if (policy === undefined) return fail('settings_unreadable');
  return context.write(async (work) => {
    const loaded = await openApplication(work, input.applicationId);
    if (!loaded.ok) return loaded;
    const { state } = loaded.value;
    const procedure = await procedureBegunWith(work.trx, catalogue, state.registration);
    const topic = catalogue.topic(state.registration.topicCode);
    const refused = refusal(state, { procedure, topic }, input, context) ?? (await mergeRefusal(work, input));
    if (refused !== undefined) return refused;
    const { applicationId, ...said } = input;
    const { closing, outcomeWords } = closingOf(said);
    if (said.duplicateOf !== null) await linkBoth(work, state, said.duplicateOf, 'duplicate', []);
    await work.append(fact(streamOf(applicationId), 'application.closed', closing));
    const values = { outcome: outcomeWords, trackingUrl: policy.trackingUrl };
    const smsId = await requestSms(work, state, smsAt(procedure, 'closed'), values, services);
    return succeed({ smsId });
  });
}

type Refusal = ReturnType<typeof fail> | undefined;

function refusal(
  state: ApplicationState,
  { procedure, topic }: { readonly procedure: ChannelProcedure; readonly topic: Topic | undefined },
  input: Input,
  context: Context,
): Refusal {
  const { role } = userOf(context);
  if (!procedure.closedBy.some((closer) => closer === role)) return fail('forbidden');
  const gaps = closingGaps(state, procedure, input.outcomeKind, topic);
  if (gaps.length > 0)
    return fail(
      'closing_incomplete',
      gaps.map((gap) => ({ path: gap, message: gapSentences(procedure)[gap] })),
    );
  const refused = refusedMove(state, moveOfOutcome[input.outcomeKind]);
  if (refused !== undefined) return refused;
  const errors = [...mediumErrors(state, input), ...outcomeErrors(input)];
  return errors.length > 0 ? fail('invalid_input', errors) : undefined;
}

/** Rule 2: by the channel that the consumer chose. Whoever withdraws, or goes on with another application, is told anyhow. */
function mediumErrors(state: ApplicationState, { durableMedium, outcomeKind }: Input): readonly FieldError[] {
  if (!canReceive(state.registration, durableMedium))
    return [{ path: 'durableMedium', message: mediumSentences[durableMedium] }];
  const wanted = wantedMedium(state);
  if (wanted === undefined || isOwnWish(outcomeKind) || durableMedium === wanted) return [];
  return [{ path: 'durableMedium', message: wantedSentences[wanted] }];
}

const wantedSentences = {
  email:
    'Başvuran sonucu e-postayla istedi. E-postayı seçin; isteği değiştiyse önce dönüş kanalını düzeltin.',
  letter: 'Başvuran sonucu yazılı istedi. Mektubu seçin; isteği değiştiyse önce dönüş kanalını düzeltin.',
} as const;

async function mergeRefusal(
  work: Work,
  { outcomeKind, duplicateOf, applicationId }: Input,
): Promise<Refusal> {
  const wrong = (message: string) => fail('invalid_input', [{ path: 'duplicateOf', message }]);
  if (outcomeKind !== 'merged_duplicate')
    return duplicateOf === null ? undefined : wrong('Öbür başvuru yalnız birleştirirken seçilir.');
  if (duplicateOf === null) return wrong('Hangi başvuruyla birleştirileceği seçilmeli.');
  if (duplicateOf === applicationId) return wrong('Başvuru kendisiyle birleştirilemez.');
  const other = await loadApplication(work, duplicateOf);
  if (!other.ok) return wrong('Birleştirilecek başvuru bulunamadı.');
  if (other.value.state.status === 'merged_duplicate')
    return wrong('Seçilen başvuru da başka bir başvuruyla birleştirilmiş. Asıl başvuruyu seçin.');
  return undefined;
}

/** Opens a concluded application again, within the window of its procedure: no edit moves where it begins. */
export async function reopen(
  services: RegisterServices,
  context: Context,
  { applicationId, reason }: ParsedInputOf<'application.reopen'>,
): Promise<Result<Record<string, never>>> {
  const { catalogue, clock } = services;
  return context.write(async (work) => {
    const loaded = await loadApplication(work, applicationId);
    if (!loaded.ok) return loaded;
    const { state } = loaded.value;
    const refused = refusedMove(state, 'reopen');
    if (refused !== undefined) return refused;
    const procedure = await procedureBegunWith(work.trx, catalogue, state.registration);
    const until = reopenUntil(state, procedure);
    const now = new Date(clock.now()).toISOString();
    if (until === null || now > until)
      return failSaying(
        'reopen_too_late',
        `Bu başvuru en geç ${until === null ? '-' : formatDateTime(until)} zamanına kadar yeniden açılabilirdi. Yeni bir başvuru kaydedip bununla bağlayın.`,
      );
    const topic = catalogue.topic(state.registration.topicCode);
    const { topicFields } = state.registration;
    const deadline =
      topic === undefined
        ? { dueAt: state.dueAt, deadlineBasis: state.deadlineBasis }
        : deadlineAgain(catalogue, topic, { registeredAt: now, topicFields, waits: [] });
    await work.append(fact(streamOf(applicationId), 'application.reopened', { reason, ...deadline }));
    return succeed({});
  });
}

/** The last moment of the window, or null while the application is open. */
export function reopenUntil({ closedAt }: ApplicationState, procedure: ChannelProcedure): string | null {
  if (closedAt === null) return null;
  const last = addDays(localDay(closedAt), procedure.reopenWithinDays);
  return new Date(`${last}T23:59:59.999+03:00`).toISOString();
}
