import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../../src-shared/contract/index.ts';
import type { ApplicationState } from '../../../../src-shared/ledger/application-state.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { foldApplication } from '../../../../src-shared/ledger/reduce-application.ts';
import { canReceive, closingGaps } from '../../../../src-shared/rules/closing-guard.ts';
import type { Context } from '../../handler.ts';
import { entriesOfStream } from '../../ledger/entries.repo.ts';
import type { Work } from '../../write.ts';
import { readDocument } from '../settings/settings.repo.ts';
import { gapSentences } from './file.service.ts';
import type { RegisterServices } from './register.service.ts';
import { maxSmsOutcome, requestSms } from './request-sms.ts';

/** SP-2: to the team concerned, or from a wrong one to another. */
export async function route(
  { catalogue }: RegisterServices,
  context: Context,
  { applicationId, teamCode, note }: ParsedInputOf<'application.route'>,
): Promise<Result<Record<string, never>>> {
  const teamName = catalogue.teamName(teamCode);
  if (teamName === undefined)
    return fail('invalid_input', [{ path: 'teamCode', message: 'Böyle bir ekip yok. Listeden seçin.' }]);
  return context.write(async (work) => {
    const state = await openApplication(work, applicationId);
    if (!state.ok) return state;
    const topic = catalogue.topic(state.value.registration.topicCode);
    if (topic?.group === 'retail') return fail('retail_topic');
    await work.append(
      fact({ kind: 'application', id: applicationId }, 'application.routed', { teamCode, teamName, note }),
    );
    return succeed({});
  });
}

/** SP-3: every attempt to reach the consumer, with its result. */
export async function recordCall(
  context: Context,
  { applicationId, result, note }: ParsedInputOf<'application.recordCall'>,
): Promise<Result<Record<string, never>>> {
  return context.write(async (work) => {
    const state = await openApplication(work, applicationId);
    if (!state.ok) return state;
    const { phone, landline } = state.value.registration.applicant;
    const called = phone ?? landline;
    if (called === null)
      return fail('invalid_input', [{ path: 'result', message: 'Bu başvuruda aranacak telefon yok.' }]);
    await work.append(
      fact({ kind: 'application', id: applicationId }, 'call.attempted', { result, phone: called, note }),
    );
    return succeed({});
  });
}

/** SP-3 and SP-4: the outcome in words, on a durable medium, with its SMS. */
export async function close(
  services: RegisterServices,
  context: Context,
  input: ParsedInputOf<'application.close'>,
): Promise<Result<OutputOf<'application.close'>>> {
  const policy = await readDocument(services.db, 'policy');
  if (policy === undefined) return fail('settings_unreadable');
  return context.write(async (work) => {
    const state = await openApplication(work, input.applicationId);
    if (!state.ok) return state;
    const gaps = closingGaps(state.value);
    if (gaps.length > 0)
      return fail(
        'closing_incomplete',
        gaps.map((gap) => ({ path: gap, message: gapSentences[gap] })),
      );
    if (!canReceive(state.value, input.durableMedium))
      return fail('invalid_input', [
        { path: 'durableMedium', message: mediumSentences[input.durableMedium] },
      ]);
    if (input.durableMedium === 'sms' && input.outcome.length > maxSmsOutcome)
      return fail('invalid_input', [
        {
          path: 'outcome',
          message: `SMS ile iletilecek sonuç en çok ${maxSmsOutcome} karakter olabilir. Kısaltın ya da e-posta veya mektup seçin.`,
        },
      ]);
    const { applicationId, ...closing } = input;
    const stream = { kind: 'application', id: applicationId };
    await work.append(fact(stream, 'application.closed', closing));
    const outcome =
      input.durableMedium === 'sms' ? endOfSentence(input.outcome) : elsewhere[input.durableMedium];
    const values = { outcome, trackingUrl: policy.trackingUrl };
    const smsId = await requestSms(work, state.value, 'application_closed', values, services);
    return succeed({ smsId });
  });
}

const mediumSentences = {
  sms: 'Başvuruda cep telefonu yok; sonuç SMS ile iletilemez.',
  email: 'Başvuruda e-posta adresi yok; sonuç e-postayla iletilemez.',
  letter: 'Başvuruda adres yok; sonuç mektupla iletilemez.',
  none: 'Sonuç başvuru sahibine yazılı olarak iletilmeli: SMS, e-posta ya da mektup seçin.',
} as const;

const elsewhere = {
  email: 'Yazılı sonuç e-posta adresinize gönderildi.',
  letter: 'Yazılı sonuç adresinize gönderildi.',
  none: 'Takip kodunuzla görebilirsiniz.',
} as const;

function endOfSentence(text: string): string {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  return /[.!?…]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

async function openApplication(work: Work, id: string): Promise<Result<ApplicationState>> {
  const state = foldApplication(await entriesOfStream(work.trx, { kind: 'application', id }));
  if (state === undefined) return fail('not_found');
  return state.closing === null ? succeed(state) : fail('already_closed');
}
