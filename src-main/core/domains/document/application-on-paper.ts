import type { ApplicationState } from '../../../../src-shared/ledger/application-state.ts';
import type { ApplicationOnPaper } from '../../../../src-shared/paper/application-on-paper.ts';
import { isInformant } from '../../../../src-shared/rules/application-facts.ts';
import { subtopicOf } from '../../../../src-shared/rules/catalogue.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { TimelineNames } from '../application/timeline.ts';
import { topicAnswers } from '../application/topic-answers.ts';

/**
 * The whole of it: only desks may have papers drawn, an informant's by permission alone (`document.service.ts`), and
 * what an applicant takes along is masked by its paper.
 */
export function applicationOnPaper(
  state: ApplicationState,
  catalogue: Catalogue,
  names: Pick<TimelineNames, 'actor' | 'text'>,
): ApplicationOnPaper {
  const { registration, dueAt } = state;
  const notice = state.notices.at(-1);
  const topic = catalogue.topic(registration.topicCode);
  return {
    applicationNo: registration.applicationNo,
    trackingCode: registration.trackingCode,
    channel: registration.channel,
    registeredAt: registration.at,
    registeredBy: names.actor(registration.actor),
    applicant: registration.applicant,
    capacity: registration.capacity,
    capacityEvidence: registration.capacityEvidence,
    applicationType: registration.applicationType,
    topicLabel: catalogue.topicLabel(registration.topicCode),
    subtopicLabel: subtopicOf(topic, registration.topicFields),
    topicFields: topicAnswers(topic, registration.topicFields, () => 'whole'),
    description: registration.description,
    installationNo: registration.installationNo,
    premises: registration.premises,
    replyChannel: registration.replyChannel,
    edmsNo: registration.edmsNo ?? null,
    eventAt: registration.eventAt ?? null,
    dueAt,
    isInformant: isInformant(state),
    notice: notice
      ? {
          title: names.text(notice.textCode, notice.textHash),
          version: notice.textVersion,
          method: notice.method,
          at: notice.at,
        }
      : null,
  };
}
