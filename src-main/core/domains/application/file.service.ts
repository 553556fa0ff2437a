import type { ApplicationFile } from '../../../../src-shared/contract/application-file.ts';
import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { ApplicationState } from '../../../../src-shared/ledger/application-state.ts';
import { foldApplication } from '../../../../src-shared/ledger/reduce-application.ts';
import {
  callBackAt,
  isClockStopped,
  isEscalated,
  isInformant,
  isPhoneVerified,
} from '../../../../src-shared/rules/application-facts.ts';
import { subtopicOf } from '../../../../src-shared/rules/catalogue.ts';
import { closingGaps, wantedMedium } from '../../../../src-shared/rules/closing-guard.ts';
import { deadlineState, workingDaysLeft } from '../../../../src-shared/rules/deadline.ts';
import type { Viewer } from '../../../../src-shared/rules/field-access.ts';
import { followedProcedure, standingSteps } from '../../../../src-shared/rules/procedure.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { entriesOfStream, type Reader } from '../../ledger/entries.repo.ts';
import { procedureBegunWith } from '../channels/channels.repo.ts';
import { meetingsOfApplication } from '../meeting/meeting.repo.ts';
import { seen, seenPerson, seenWords } from '../person/person-view.ts';
import type { Revealed } from '../person/reveals.ts';
import { sightsOf } from '../person/viewer.ts';
import { destroyedBy } from '../retention/destroyed-by.ts';
import { actorNames } from './actor-names.ts';
import { reopenUntil } from './close.service.ts';
import { pausesOf } from './deadline-of.ts';
import { allowedTo } from './file-actions.ts';
import { conflictsOf } from './file-conflicts.ts';
import { gapSentences } from './gap-sentences.ts';
import { withMeetings } from './meeting-lines.ts';
import { timelineOf } from './timeline.ts';
import { topicAnswers } from './topic-answers.ts';

type Services = { readonly db: Reader; readonly catalogue: Catalogue };

/** The whole file of one application, within what its reader may see (`rules/field-access.ts`). */
export async function applicationFile(
  { db, catalogue }: Services,
  applicationId: string,
  viewer: Viewer,
  nowIso: string,
  revealed: Revealed | null = null,
): Promise<Result<ApplicationFile>> {
  const entries = await entriesOfStream(db, { kind: 'application', id: applicationId });
  const state = foldApplication(entries);
  if (state === undefined) return (await destroyedBy(db, applicationId)) ?? fail('not_found');
  const names = await actorNames(db, catalogue);
  const { registration, closing, routings, answers } = state;
  const team = routings.at(-1);
  const answer = answers.at(-1);
  const topic = catalogue.topic(registration.topicCode);
  const isOpen = closing === null;
  const isHidden = isHiddenFrom(state, viewer);
  const sights = sightsOf(viewer, isInformant(state));
  const said = (words: string) => seenWords(words, sights);
  const isDesk = deskRoles.includes(viewer.role);
  const view = { ...names, sights, isNameless: isHidden, isDesk };
  const procedure = await procedureBegunWith(db, catalogue, registration);
  const meetings = await meetingsOfApplication(db, applicationId);
  const around = { topic, meetings: meetings.map(({ mode }) => ({ isOnline: mode === 'teams' })) };
  const steps = standingSteps(procedure, state, around);
  const due = state.dueAt;
  const until = reopenUntil(state, procedure);
  return succeed({
    id: state.id,
    applicationNo: registration.applicationNo,
    trackingCode: registration.trackingCode,
    status: state.status,
    channel: registration.channel,
    registeredAt: registration.at,
    registeredBy: names.actor(registration.actor),
    consumerId: registration.consumerId,
    isIdentityHidden: isHidden,
    revealed: revealed && { fields: [...revealed.fields], until: revealed.until },
    applicant: {
      ...seenPerson(registration.applicant, sights),
      landline: seen('landline', registration.applicant.landline, sights('landline')),
    },
    isPhoneVerified: isPhoneVerified(state),
    capacity: registration.capacity,
    capacityEvidence: seenWords(registration.capacityEvidence, sights, 'evidence'),
    identityVerifiedBy: registration.identityVerifiedBy,
    applicationType: registration.applicationType,
    topicCode: registration.topicCode,
    topicLabel: catalogue.topicLabel(registration.topicCode),
    subtopicLabel: subtopicOf(topic, registration.topicFields),
    topicFields: topicAnswers(topic, registration.topicFields, sights),
    description: said(registration.description),
    installationNo: sights('installation') === 'whole' ? registration.installationNo : null,
    premises: sights('address') === 'whole' ? registration.premises : null,
    replyChannel: registration.replyChannel,
    edmsNo: registration.edmsNo ?? null,
    eventAt: registration.eventAt ?? null,
    dueAt: due,
    deadline: isOpen ? deadlineState(due, nowIso) : null,
    workingDaysLeft: isOpen ? workingDaysLeft(due, nowIso, catalogue.calendar) : null,
    deadlineBasis: state.deadlineBasis,
    team: team === undefined ? null : { code: team.teamCode, name: team.teamName },
    latestAnswer:
      answer === undefined
        ? null
        : {
            teamName: catalogue.teamName(answer.teamCode) ?? answer.teamCode,
            answer: said(answer.answer),
            at: answer.at,
          },
    closing:
      closing === null
        ? null
        : {
            outcomeKind: closing.outcomeKind,
            outcome: said(closing.outcome),
            durableMedium: closing.durableMedium,
            satisfaction: closing.satisfaction,
            at: closing.at,
            by: names.actor(closing.actor),
            keptDeadline: (state.closedAt ?? closing.at) <= due,
            followedProcedure: followedProcedure(steps),
          },
    timeline: withMeetings(timelineOf(state, entries, view), meetings, view),
    closingGaps: isOpen
      ? closingGaps(state, procedure, 'resolved', topic).map((code) => ({
          code,
          sentence: gapSentences(procedure)[code],
        }))
      : [],
    steps: [...steps],
    awaiting:
      state.awaiting === null
        ? null
        : {
            missing: isHidden ? '' : said(state.awaiting.missing),
            since: state.awaiting.at,
            isClockStopped: isClockStopped(state),
          },
    pauses: topic === undefined ? [] : [...pausesOf(topic, registration.at)],
    callBackAt: callBackAt(state),
    calls: { made: state.callsSinceAnswer.length, wanted: procedure.callAttempts },
    isEscalated: isEscalated(state),
    reopenUntil: until !== null && until >= nowIso ? until : null,
    wantedMedium: wantedMedium(state) ?? null,
    links: state.links.map(({ otherId, otherNo, relation, reasons }) => ({
      applicationId: otherId,
      applicationNo: otherNo,
      relation,
      reasons,
    })),
    can: allowedTo(viewer, state, {
      ...{ procedure, topic, isHidden },
      isReopenable: until !== null && until >= nowIso,
    }),
    conflicts: conflictsOf(state, entries, { names, catalogue, sights, isHidden }),
  });
}

/** Who informed is shown to those alone to whom an administrator has given that (THY; process.md FF-4). */
export function isHiddenFrom(state: ApplicationState, viewer: Viewer): boolean {
  return isInformant(state) && !viewer.mayKnowInformants;
}

/** Those who work at the desk with the applicant. */
const deskRoles: readonly string[] = ['clerk', 'supervisor', 'administrator'];
