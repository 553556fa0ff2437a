import type { Premises } from '../../../../src-shared/ledger/application-entries.ts';
import type { ApplicationState } from '../../../../src-shared/ledger/application-state.ts';
import { foldApplication } from '../../../../src-shared/ledger/reduce-application.ts';
import { attachmentsOf } from '../../../../src-shared/ledger/reduce-attachments.ts';
import { isInformant } from '../../../../src-shared/rules/application-facts.ts';
import type { ExportedApplication } from '../../../../src-shared/rules/person-export.ts';
import {
  applicationStatusWords,
  applicationTypeWords,
  capacityWords,
  channelWords,
} from '../../../../src-shared/text/words.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { entriesOfStream, type Reader } from '../../ledger/entries.repo.ts';
import { actorNames } from '../application/actor-names.ts';
import { streamOf } from '../application/open-application.ts';
import { timelineOf } from '../application/timeline.ts';
import { topicAnswers } from '../application/topic-answers.ts';
import type { KnownConsumer } from '../consumer/consumer.repo.ts';
import { meetingsOfApplication } from '../meeting/meeting.repo.ts';
import type { Sights } from '../person/viewer.ts';

type Services = { readonly db: Reader; readonly catalogue: Catalogue };

type OfPerson = {
  readonly applications: readonly ExportedApplication[];
  /** Of these applications and of the files on them. */
  readonly ids: readonly string[];
  readonly phones: readonly string[];
};

/** Every application on their account, without what others gave of themselves. */
export async function applicationsOfPerson(services: Services, consumer: KnownConsumer): Promise<OfPerson> {
  const rows = await services.db
    .selectFrom('applications')
    .select('id')
    .where('consumer_id', '=', consumer.id)
    .orderBy('registered_at')
    .execute();
  const applications: ExportedApplication[] = [];
  const ids: string[] = [];
  const phones = new Set<string>();
  for (const { id } of rows) {
    const entries = await entriesOfStream(services.db, streamOf(id));
    const state = foldApplication(entries);
    if (state === undefined) continue;
    const isOwn = isApplicant(state, consumer);
    // Who informs is secret (THY), also from the person informed on.
    if (isInformant(state) && !isOwn) continue;
    const names = await actorNames(services.db, services.catalogue);
    const lines = timelineOf(state, entries, {
      ...names,
      actor: () => '',
      isNameless: !isOwn,
      isDesk: true,
      sights: all,
    });
    applications.push(await exported(services, state, isOwn, lines));
    ids.push(id, ...state.attachments.added.map(({ attachmentId }) => attachmentId));
    if (isOwn && state.registration.applicant.phone !== null) phones.add(state.registration.applicant.phone);
  }
  return { applications, ids, phones: [...phones] };
}

/** It is their own data: nothing of it is kept from them. */
const all: Sights = () => 'whole';

/** By the identity number where both have one; otherwise by the capacity in which somebody applied. */
function isApplicant({ registration }: ApplicationState, { card }: KnownConsumer): boolean {
  const { applicant, capacity } = registration;
  if (applicant.identityNo !== null && card.identityNo !== null)
    return applicant.identityNo === card.identityNo;
  return capacity === 'self' || capacity === 'owner' || capacity === 'tenant';
}

async function exported(
  { db, catalogue }: Services,
  state: ApplicationState,
  isOwn: boolean,
  lines: ReturnType<typeof timelineOf>,
): Promise<ExportedApplication> {
  const { registration: said, closing } = state;
  const { kind: _, ...applicant } = said.applicant;
  return {
    applicationNo: said.applicationNo,
    registeredAt: said.at,
    channel: channelWords[said.channel],
    status: applicationStatusWords[state.status],
    topic: catalogue.topicLabel(said.topicCode),
    type: applicationTypeWords[said.applicationType],
    capacity: capacityWords[said.capacity],
    applicant: isOwn ? applicant : null,
    description: said.description,
    answers: topicAnswers(catalogue.topic(said.topicCode), said.topicFields, all).map(({ label, value }) => ({
      label,
      value,
    })),
    installationNo: said.installationNo,
    premises: premisesLine(said.premises),
    dueAt: state.dueAt,
    closedAt: closing?.at ?? null,
    outcome: closing?.outcome ?? null,
    notices: state.notices.map(({ at, textCode, textVersion }) => ({
      at,
      text: textCode === catalogue.notice.code ? catalogue.notice.title : textCode,
      version: textVersion,
    })),
    messages: isOwn ? state.messages.map(({ at, to, text, state }) => ({ at, to, text, state })) : [],
    files: attachmentsOf(state.attachments).map((file) => ({
      addedAt: file.at,
      name: file.name,
      mediaType: file.mediaType,
      size: file.size,
      sha256: file.sha256,
      description: file.description,
      isSpecialCategory: file.isSpecialCategory,
      isWithdrawn: file.withdrawal !== null,
    })),
    prints: state.prints.map(({ at, document, copyNo }) => ({ at, document, copyNo })),
    meetings: (await meetingsOfApplication(db, state.id)).map((meeting) => ({
      openedAt: meeting.openedAt,
      endedAt: meeting.endedAt,
      unit: meeting.unitName,
      mode: meeting.mode,
      result: meeting.result,
    })),
    // An inquiry may be secret from whom it is about (CMK md. 157).
    timeline: lines
      .filter(({ kind }) => kind !== 'hold')
      .map(({ at, title, text }) => ({ at, what: title, text })),
  };
}

export function premisesLine(premises: Premises | null): string | null {
  if (premises === null) return null;
  const { neighbourhood, street, doorNo, district, province } = premises;
  return [neighbourhood, street, doorNo, district, province].filter(Boolean).join(', ');
}
