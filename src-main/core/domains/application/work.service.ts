import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../../src-shared/contract/index.ts';
import type { ApplicationState } from '../../../../src-shared/ledger/application-state.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import type { Topic } from '../../../../src-shared/rules/catalogue.ts';
import type { Context } from '../../handler.ts';
import type { Work } from '../../write.ts';
import { type Deadline, deadlineAgain, deadlineOf, pausesOf, takeBy } from './deadline-of.ts';
import { openApplication, refusedMove, streamOf, ungrounded } from './open-application.ts';
import type { RegisterServices } from './register.service.ts';

type Done = Promise<Result<Record<string, never>>>;

/** SP-2, AP-2, WB-2, SM-2, SW-2: to the team concerned, or from a wrong one to another. */
export async function route(
  services: RegisterServices,
  context: Context,
  { applicationId, teamCode, note }: ParsedInputOf<'application.route'>,
): Done {
  const { catalogue } = services;
  const teamName = catalogue.teamName(teamCode);
  if (teamName === undefined)
    return fail('invalid_input', [{ path: 'teamCode', message: 'Böyle bir ekip yok. Listeden seçin.' }]);
  return context.write(async (work) => {
    const loaded = await openApplication(work, applicationId);
    if (!loaded.ok) return loaded;
    const { state } = loaded.value;
    const topic = catalogue.topic(state.registration.topicCode);
    if (topic?.group === 'retail') return fail('retail_topic');
    const refused = refusedMove(state, 'route') ?? ungrounded(state, topic, 'route');
    if (refused !== undefined) return refused;
    if (state.awaiting !== null) await endWait(work, services, state, '');
    const by = takeBy(catalogue, topic, now(services));
    const routed = { teamCode, teamName, note, takeBy: by };
    await work.append(fact(streamOf(applicationId), 'application.routed', routed));
    return succeed({});
  });
}

/** SP-3, AP-3, WB-3, SM-1, SM-3, SW-3: every attempt to reach the consumer, with its result and when to try again. */
export async function recordCall(
  services: RegisterServices,
  context: Context,
  { applicationId, result, note, callBackAt }: ParsedInputOf<'application.recordCall'>,
): Done {
  if (callBackAt !== null && result === 'reached')
    return fail('invalid_input', [
      { path: 'callBackAt', message: 'Görüşülen kişi için yeniden arama zamanı verilmez.' },
    ]);
  if (callBackAt !== null && callBackAt <= now(services))
    return fail('invalid_input', [
      { path: 'callBackAt', message: 'Yeniden arama zamanı ileri bir zaman olmalı.' },
    ]);
  return context.write(async (work) => {
    const loaded = await openApplication(work, applicationId);
    if (!loaded.ok) return loaded;
    const { phone, landline } = loaded.value.state.registration.applicant;
    const called = phone ?? landline;
    if (called === null)
      return fail('invalid_input', [{ path: 'result', message: 'Bu başvuruda aranacak telefon yok.' }]);
    const attempt = { result, phone: called, note, ...(callBackAt === null ? {} : { callBackAt }) };
    await work.append(fact(streamOf(applicationId), 'call.attempted', attempt));
    return succeed({});
  });
}

/** Something is missing that only the applicant can bring. The clock goes on unless the topic's rule says otherwise. */
export async function awaitApplicant(
  { catalogue }: RegisterServices,
  context: Context,
  { applicationId, missing, pause }: ParsedInputOf<'application.awaitApplicant'>,
): Done {
  return context.write(async (work) => {
    const loaded = await openApplication(work, applicationId);
    if (!loaded.ok) return loaded;
    const { state } = loaded.value;
    const refused = refusedMove(state, 'await');
    if (refused !== undefined) return refused;
    const topic = catalogue.topic(state.registration.topicCode);
    if (pause !== null && (topic === undefined || !pausesOf(topic, state.registration.at).includes(pause)))
      return fail('invalid_input', [
        { path: 'pause', message: 'Bu konunun süresi bu nedenle durdurulamaz; süre işlemeye devam eder.' },
      ]);
    await work.append(fact(streamOf(applicationId), 'applicant.awaited', { missing, pause }));
    return succeed({});
  });
}

/** What was missing has come, or is not waited for any longer. */
export async function receiveSupply(
  services: RegisterServices,
  context: Context,
  { applicationId, note }: ParsedInputOf<'application.receiveSupply'>,
): Done {
  return context.write(async (work) => {
    const loaded = await openApplication(work, applicationId);
    if (!loaded.ok) return loaded;
    const { state } = loaded.value;
    const refused = refusedMove(state, 'supply');
    if (refused !== undefined) return refused;
    await endWait(work, services, state, note);
    return succeed({});
  });
}

async function endWait(work: Work, services: RegisterServices, state: ApplicationState, note: string) {
  const dueAt = dueAfterWaits(services, state);
  await work.append(fact(streamOf(state.id), 'applicant.supplied', { note, dueAt }));
}

/** Where the rule let the clock stand still, the deadline moves by that; else it stays. */
function dueAfterWaits(services: RegisterServices, state: ApplicationState): string {
  const { awaiting, waits, registration } = state;
  const topic = services.catalogue.topic(registration.topicCode);
  if (awaiting === null || awaiting.pause === null || topic === undefined) return state.dueAt;
  const all = [...waits, { pause: awaiting.pause, from: awaiting.at, to: now(services) }];
  return deadlineFor(services, state, topic, all).dueAt;
}

/** The deadline of the application's present round: a reopening starts its own. */
export function deadlineFor(
  { catalogue }: RegisterServices,
  { registration, reopenings }: ApplicationState,
  topic: Topic,
  waits: ApplicationState['waits'],
): Deadline {
  const { topicFields } = registration;
  const reopened = reopenings.at(-1)?.at;
  if (reopened === undefined)
    return deadlineOf(catalogue, topic, { registeredAt: registration.at, topicFields, waits });
  const since = waits.filter(({ from }) => from >= reopened);
  return deadlineAgain(catalogue, topic, { registeredAt: reopened, topicFields, waits: since });
}

function now({ clock }: Pick<RegisterServices, 'clock'>): string {
  return new Date(clock.now()).toISOString();
}
