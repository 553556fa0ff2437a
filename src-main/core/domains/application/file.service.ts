import type { ApplicationFile } from '../../../../src-shared/contract/application.ts';
import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { User } from '../../../../src-shared/contract/session.ts';
import type { ApplicationState } from '../../../../src-shared/ledger/application-state.ts';
import { foldApplication } from '../../../../src-shared/ledger/reduce-application.ts';
import { type ClosingGap, closingGaps } from '../../../../src-shared/rules/closing-guard.ts';
import { deadlineState } from '../../../../src-shared/rules/deadline.ts';
import { workingDaysBetween } from '../../../../src-shared/rules/working-days.ts';
import { localDay } from '../../../../src-shared/text/format.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { entriesOfStream, type Reader } from '../../ledger/entries.repo.ts';
import { informantName, isInformant } from '../../projections/application.projection.ts';
import { meetingsOfApplication } from '../meeting/meeting.repo.ts';
import { actorNames } from './actor-names.ts';
import { withMeetings } from './meeting-lines.ts';
import { conflictWords, timelineOf } from './timeline.ts';

type Services = { readonly db: Reader; readonly catalogue: Catalogue };

export const gapSentences: Record<ClosingGap, string> = {
  team_answer: 'Yönlendirilen ekibin yanıtı bekleniyor.',
  call: 'Başvuru sahibi telefonla dönüş istedi; arayıp sonucunu kaydedin.',
  notice: 'Aydınlatma yapıldığı kayıtlı değil.',
};

/** The whole file of one application, within what the reader's role may see. */
export async function applicationFile(
  { db, catalogue }: Services,
  applicationId: string,
  reader: User,
  nowIso: string,
): Promise<Result<ApplicationFile>> {
  const entries = await entriesOfStream(db, { kind: 'application', id: applicationId });
  const state = foldApplication(entries);
  if (state === undefined) return fail('not_found');
  const names = await actorNames(db, catalogue);
  const { registration, closing, routings, answers } = state;
  const team = routings.at(-1);
  const answer = answers.at(-1);
  const topic = catalogue.topic(registration.topicCode);
  const isOpen = closing === null;
  const view = { ...names, isNameless: isHiddenFrom(state, reader) };
  const canWork = isOpen && reader.role !== 'reception' && reader.role !== 'unit';
  return succeed({
    id: state.id,
    applicationNo: registration.applicationNo,
    trackingCode: registration.trackingCode,
    status: state.status,
    channel: registration.channel,
    registeredAt: registration.at,
    registeredBy: names.actor(registration.actor),
    consumerId: registration.consumerId,
    applicant: applicantFor(state, reader),
    capacity: registration.capacity,
    capacityEvidence: registration.capacityEvidence,
    identityVerifiedBy: registration.identityVerifiedBy,
    applicationType: registration.applicationType,
    topicCode: registration.topicCode,
    topicLabel: catalogue.topicLabel(registration.topicCode),
    topicFields: Object.entries(registration.topicFields)
      .filter(([, value]) => value !== '')
      .map(([key, value]) => {
        const field = topic?.fields.find((known) => known.key === key);
        const choice = field?.choices?.find((known) => known.value === value);
        return { key, label: field?.label ?? key, value: choice?.label ?? value };
      }),
    description: registration.description,
    installationNo: registration.installationNo,
    premises: registration.premises,
    replyChannel: registration.replyChannel,
    dueAt: registration.dueAt,
    deadline: isOpen ? deadlineState(registration.dueAt, nowIso) : null,
    workingDaysLeft: isOpen
      ? workingDaysBetween(localDay(nowIso), localDay(registration.dueAt), catalogue.calendar)
      : null,
    deadlineBasis: registration.deadlineBasis,
    team: team === undefined ? null : { code: team.teamCode, name: team.teamName },
    latestAnswer:
      answer === undefined
        ? null
        : {
            teamName: catalogue.teamName(answer.teamCode) ?? answer.teamCode,
            answer: answer.answer,
            at: answer.at,
          },
    closing:
      closing === null
        ? null
        : {
            outcomeKind: closing.outcomeKind,
            outcome: closing.outcome,
            durableMedium: closing.durableMedium,
            satisfaction: closing.satisfaction,
            at: closing.at,
            by: names.actor(closing.actor),
            keptDeadline: closing.at <= registration.dueAt,
          },
    timeline: withMeetings(
      timelineOf(state, entries, view),
      await meetingsOfApplication(db, applicationId),
      view,
    ),
    closingGaps: isOpen ? closingGaps(state).map((code) => ({ code, sentence: gapSentences[code] })) : [],
    can: {
      route: canWork && topic?.group !== 'retail',
      call: canWork && (registration.applicant.phone ?? registration.applicant.landline) !== null,
      close: canWork,
    },
    conflicts: state.conflicts.map((conflict) => ({
      entryId: conflict.entryId,
      sentence: `${names.actor(conflict.actor)}: ${conflictWords[conflict.reason]}`,
    })),
  });
}

const informantRoles = ['clerk', 'supervisor', 'administrator'];

/** Who informed is shown to those who have to work with it, and to nobody else (THY; process.md FF-4). */
export function isHiddenFrom(state: ApplicationState, reader: User): boolean {
  return isInformant(state) && !informantRoles.includes(reader.role);
}

function applicantFor(state: ApplicationState, reader: User): ApplicationFile['applicant'] {
  const { applicant } = state.registration;
  if (!isHiddenFrom(state, reader)) return applicant;
  return {
    kind: applicant.kind,
    name: informantName,
    identityNo: null,
    phone: null,
    landline: null,
    email: null,
  };
}
