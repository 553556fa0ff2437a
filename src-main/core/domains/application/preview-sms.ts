import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../../src-shared/contract/index.ts';
import type { ApplicationState } from '../../../../src-shared/ledger/application-state.ts';
import { foldApplication } from '../../../../src-shared/ledger/reduce-application.ts';
import { outcomeWordsOf } from '../../../../src-shared/rules/closing-words.ts';
import { smsAt } from '../../../../src-shared/rules/procedure.ts';
import { countSegments } from '../../../../src-shared/rules/sms-segments.ts';
import { smsTextOf } from '../../../../src-shared/rules/sms-text.ts';
import type { Context } from '../../handler.ts';
import { entriesOfStream } from '../../ledger/entries.repo.ts';
import { procedureBegunWith } from '../channels/channels.repo.ts';
import { informantName } from '../person/person-view.ts';
import { plainViewerOf } from '../person/viewer.ts';
import { readDocument } from '../settings/settings.repo.ts';
import { isHiddenFrom } from './file.service.ts';
import { streamOf } from './open-application.ts';
import type { RegisterServices } from './register.service.ts';

/** What the applicant would read. Nothing is checked that closing checks: the text may still be in the making. */
export async function previewClosingSms(
  { db, catalogue }: Pick<RegisterServices, 'db' | 'catalogue'>,
  context: Context,
  { applicationId, outcome, durableMedium }: ParsedInputOf<'application.previewClosingSms'>,
): Promise<Result<OutputOf<'application.previewClosingSms'>>> {
  const policy = await readDocument(db, 'policy');
  if (policy === undefined) return fail('settings_unreadable');
  const state = foldApplication(await entriesOfStream(db, streamOf(applicationId)));
  if (state === undefined) return fail('not_found');
  const { registration } = state;
  const purpose = smsAt(await procedureBegunWith(db, catalogue, registration), 'closed');
  if (purpose === null || registration.applicant.phone === null) return succeed({ sms: null });
  const isHidden = isHiddenFrom(state, await plainViewerOf(db, context));
  const addressed = isHidden ? withoutName(registration) : registration;
  const { text } = smsTextOf(catalogue.smsTemplate(purpose), addressed, {
    outcome: outcomeWordsOf({ durableMedium, outcome }),
    trackingUrl: policy.trackingUrl,
  });
  const { alphabet, segments, remaining } = countSegments(text);
  return succeed({ sms: { text, alphabet, segments, remaining } });
}

/** Whoever may not know the informant reads everything else of it, and about how long it is. */
function withoutName(registration: ApplicationState['registration']): ApplicationState['registration'] {
  return { ...registration, applicant: { ...registration.applicant, name: informantName } };
}
