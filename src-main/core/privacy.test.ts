import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  contract,
  type InputOf,
  isMethod,
  type Method,
  type QueryMethod,
} from '../../src-shared/contract/index.ts';
import { type Role, roles } from '../../src-shared/ledger/other-entries.ts';
import { revealMinutes } from '../../src-shared/rules/field-access.ts';
import { addFile, aPdf } from '../testing/attachments.ts';
import type { TestCore } from '../testing/make-core.ts';
import { handOver, openMeetingBranch, units } from '../testing/meeting-branch.ts';
import { at, issue } from '../testing/queue-branch.ts';
import { anApplication, letKnowInformants, reveal, stayAtWork } from '../testing/workplace.ts';
import { loadCatalogue } from './catalogue/catalogue.ts';

/**
 * Marked data of persons is put into every place of a store that can hold it; then every query of the contract is asked
 * by every role, and nothing of what the role may not see may stand anywhere in the answer. A new query does not compile
 * before it is listed in `asked`.
 */

const person = {
  name: 'Kanaryagül Işıkdeğeroğlu',
  surname: 'Işıkdeğeroğlu',
  identityNo: '10000000146',
  phone: '5321234567',
  phoneAmended: '5339876543',
  landline: '2222300001',
  email: 'kanarya.gizli',
  street: 'Kanaryasokağı',
  installation: '10000091010',
  description: 'KANARYA-ACIKLAMA',
  evidence: 'KANARYA-VEKALET',
  note: 'KANARYA-NOT',
  special: 'KANARYA-CIHAZ',
  attachment: 'kanarya-dosya.pdf',
  specialAttachment: 'kanarya-rapor.pdf',
  phoneMasked: '45 67',
  identityMasked: '100••••',
  emailMasked: 'k••••',
} as const;
const informant = {
  name: 'Muhbirhan Saklıkalanoğlu',
  surname: 'Saklıkalanoğlu',
  given: 'Muhbirhan',
  identityNo: '12345678950',
  phone: '5417654321',
  phoneMasked: '43 21',
  evidence: 'MUHBIR-BELGE',
  note: 'MUHBIR-NOT',
  attachment: 'muhbir-dosya.pdf',
} as const;

type Canary = keyof typeof person;
const numbers = ['identityNo', 'phone', 'phoneAmended', 'landline', 'email'] as const;

/** What may stand in no answer to that role before a reveal. Numbers stand nowhere whole. */
const forbidden: Readonly<Record<Role, readonly Canary[]>> = {
  clerk: numbers,
  supervisor: numbers,
  administrator: numbers,
  reception: [
    ...numbers,
    ...(['surname', 'street', 'installation', 'description', 'evidence', 'note', 'special'] as const),
    ...(['attachment', 'specialAttachment', 'emailMasked'] as const),
  ],
  unit: [
    ...numbers,
    ...(['evidence', 'special', 'specialAttachment'] as const),
    ...(['phoneMasked', 'identityMasked', 'emailMasked'] as const),
  ],
};

type Ids = {
  readonly applicationId: string;
  readonly specialId: string;
  readonly informedId: string;
  readonly consumerId: string;
  readonly attachmentId: string;
  readonly specialAttachmentId: string;
  readonly informedAttachmentId: string;
  readonly meetingId: string;
  readonly jobId: string;
};
type Asked = { readonly [M in QueryMethod]: (ids: Ids) => readonly InputOf<M>[] };

const nothing = () => [{}];
const page = { offset: 0, limit: 200 } as const;
const files = ({ applicationId, specialId, informedId }: Ids) =>
  [applicationId, specialId, informedId].map((id) => ({ applicationId: id }));

/** What each query is asked. Papers that are drawn whole and are on record as such are asked for with nobody on them. */
const asked: Asked = {
  'application.get': files,
  'application.list': () =>
    (['open', 'with_team', 'call_back', 'waiting', 'answered'] as const).map((list) => ({ list, ...page })),
  'application.counts': nothing,
  'application.findRegistration': () => [{ commandId: 'canary-register' }],
  'application.previewClosingSms': (ids) =>
    files(ids).map((one) => ({ ...one, outcome: 'Yapıldı.', durableMedium: 'sms' as const })),
  'application.findDuplicates': ({ consumerId, applicationId }) => {
    const { premises, installationNo } = anApplication();
    const sought = { installationNo: installationNo ?? null, premises, topicCode: 'outage_frequent' };
    return [
      { ...sought, consumerId, phone: null, description: '', exceptId: null },
      { ...sought, consumerId: null, phone: `0${informant.phone}`, description: '', exceptId: applicationId },
    ];
  },
  'attachment.list': files,
  'attachment.uploads': (ids) => files(ids).map((target) => ({ target: { kind: 'application', ...target } })),
  'attachment.read': ({ attachmentId, specialAttachmentId, informedAttachmentId }) =>
    [attachmentId, specialAttachmentId, informedAttachmentId].map((id) => ({
      attachmentId: id,
      offset: 0,
      length: 64,
    })),
  'audit.search': () => [
    { from: '2026-03-10', to: '2026-03-10', userId: null, text: '', offset: 0 },
    { from: '2026-03-10', to: '2026-03-10', userId: null, text: 'muhbirhan', offset: 0 },
  ],
  'audit.unusual': nothing,
  'branch.find': nothing,
  'branch.state': nothing,
  'catalogue.get': nothing,
  'catalogue.holidayTrouble': nothing,
  'catalogue.neighbourhoods': () => [{ province: 'Eskişehir', district: 'Odunpazarı' }],
  'consumer.get': ({ consumerId }) => [{ consumerId }],
  'consumer.account': ({ consumerId }) => [{ consumerId }],
  'consumer.findInCrm': () => [{ text: 'kanaryagül' }],
  'crm.get': nothing,
  'display.state': nothing,
  'document.draw': () => [{ sheet: { document: 'contact_form', applicationId: null } }],
  'document.draftLetter': (ids) =>
    files(ids).map((one) => ({ ...one, outcome: 'Yapıldı.', outcomeKind: 'resolved' as const })),
  'door.state': nothing,
  'draft.load': nothing,
  'hold.get': files,
  'kiosk.slip': ({ jobId }) => [{ printJobId: jobId }],
  'kiosk.state': nothing,
  'meeting.get': ({ meetingId }) => [{ meetingId }],
  'meeting.mine': nothing,
  'meeting.rooms': nothing,
  'organisation.logo': nothing,
  'organisation.preview': () =>
    loadCatalogue().organisations.map(({ texts: organisation }) => ({ organisation })),
  'person.export': files,
  'print.jobs': nothing,
  'print.preview': ({ jobId }) => [{ jobId }],
  'printer.find': nothing,
  'printer.get': nothing,
  'retention.items': () => [{ runId: 'nobody', offset: 0 }],
  'retention.report': () => [{ runId: 'nobody' }],
  'retention.state': nothing,
  'screen.address': nothing,
  'screen.list': nothing,
  'search.find': () =>
    ['kanaryagül', 'muhbirhan', `0${person.phone}`, `0${informant.phone}`, person.identityNo].map((text) => ({
      text,
    })),
  'session.current': nothing,
  'settings.get': nothing,
  'switchboard.directory': nothing,
  'switchboard.transfers': nothing,
  'system.connection': nothing,
  'system.sampleUsers': nothing,
  'system.state': nothing,
  'system.verifyLedger': nothing,
  'teams.get': nothing,
  'text.history': () => [{ code: 'privacy_notice_counter', language: 'tr' }],
  'text.list': nothing,
  'text.version': () => [{ code: 'privacy_notice_counter', version: 1, hash: 'x' }],
  'ticket.queue': nothing,
  'ticket.targets': nothing,
  'user.list': nothing,
  'visitor.place': nothing,
  'consent.ofApplication': ({ applicationId, specialId, informedId }) =>
    [applicationId, specialId, informedId].map((id) => ({ applicationId: id })),
  'consent.ofConsumer': ({ consumerId }) => [{ consumerId }],
  'consent.sheet': ({ specialId }) => [{ applicationId: specialId, consentId: specialId }],
  'signing.state': nothing,
  'signing.current': nothing,
  'seal.get': nothing,
};

const queries = Object.keys(contract).filter(
  (name): name is QueryMethod => isMethod(name) && contract[name].kind === 'query',
);

const clerk = at.second;
const everybody = ['first', 'second', 'supervisor', 'reception'] as const;

let counter: TestCore;
let ids: Ids;
const registrar = at.first;
const expert = units.connection;
const windowOf: Readonly<Record<Role, string>> = {
  ...{ reception: 'reception', clerk: 'second', supervisor: 'supervisor', administrator: 'admin' },
  unit: expert.window,
};

function applicant(of: { readonly name: string; readonly identityNo: string; readonly phone: string }) {
  const { name, identityNo, phone } = of;
  const landline = `0${person.landline}`;
  return { kind: 'person' as const, name, identityNo, phone: `0${phone}`, landline, email: null };
}

beforeAll(async () => {
  counter = await openMeetingBranch();
  await letKnowInformants(counter, registrar.window);
  ids = await fill();
  // Otherwise the account would be refused, and the sweep would look at nothing.
  const disclosed = { capacity: 'self', capacityEvidence: '', identityVerifiedBy: 'identity_card' } as const;
  for (const window of ['second', 'supervisor', 'admin'])
    await counter.ok(
      'consumer.disclose',
      { consumerId: ids.consumerId, ...disclosed, ticketId: null },
      { window },
    );
});
afterAll(() => counter.remove());

async function fill(): Promise<Ids> {
  const base = anApplication();
  const premises = base.premises && { ...base.premises, street: person.street };
  await issue(counter);
  const { ticket } = await counter.ok('ticket.callNext', {}, registrar);
  const registered = await counter.ok(
    'application.register',
    {
      ...{ ...base, premises, description: person.description, ticketId: ticket.id },
      applicant: { ...applicant(person), email: `${person.email}@ornek.com` },
      ...{ capacity: 'proxy', capacityEvidence: person.evidence },
    },
    { ...registrar, commandId: 'canary-register' },
  );
  const { applicationId } = registered;
  const special = await counter.ok(
    'application.register',
    {
      ...{ ...base, topicCode: 'life_support', applicant: applicant(person), premises },
      topicFields: { device: person.special, reportExpiresOn: '2026-12-31', outageNoticeChannel: 'sms' },
      applicationType: 'request',
    },
    registrar,
  );
  const informed = await counter.ok(
    'application.register',
    {
      ...{ ...base, applicant: applicant(informant), capacity: 'informant' },
      capacityEvidence: informant.evidence,
    },
    registrar,
  );
  await workOn(applicationId, person.note, person.note);
  // What a team is told names nobody; what was said with the informant may.
  await workOn(informed.applicationId, informant.note, 'Yerinde bakın.');
  await counter.ok(
    'application.amend',
    {
      ...{ applicationId, reason: person.note, applicant: { phone: `0${person.phoneAmended}` } },
      seenEntryId: await latestEntryOf(applicationId),
    },
    registrar,
  );
  const { consumerId } = await counter.ok('application.get', { applicationId }, registrar);
  return {
    ...{ applicationId, specialId: special.applicationId, informedId: informed.applicationId },
    consumerId: consumerId ?? '',
    attachmentId: await attach(applicationId, person.attachment),
    specialAttachmentId: await attach(applicationId, person.specialAttachment, true),
    informedAttachmentId: await attach(informed.applicationId, informant.attachment),
    meetingId: await meetingOf(ticket.id, applicationId),
    jobId: registered.printJobId ?? '',
  };
}

async function workOn(applicationId: string, note: string, toTeam: string): Promise<void> {
  const to = { applicationId };
  await counter.ok('application.awaitApplicant', { ...to, missing: note, pause: null }, registrar);
  await counter.ok('application.receiveSupply', { ...to, note }, registrar);
  await counter.ok('application.route', { ...to, teamCode: 'connection', note: toTeam }, registrar);
  await counter.ok('application.recordCall', { ...to, result: 'no_answer', note }, registrar);
}

async function latestEntryOf(applicationId: string): Promise<string> {
  const { timeline } = await counter.ok('application.get', { applicationId }, registrar);
  return timeline.findLast(({ kind }) => kind !== 'meeting')?.id ?? '';
}

async function attach(applicationId: string, name: string, isSpecialCategory = false): Promise<string> {
  const caller = {
    call: <M extends Method>(method: M, input: InputOf<M>) => counter.call(method, input, registrar),
  };
  const added = await addFile(
    caller,
    { kind: 'application', applicationId },
    { name, content: aPdf(500), isSpecialCategory },
  );
  if (!added.ok) throw new Error('The file was refused');
  const { attachments } = await counter.ok('attachment.list', { applicationId }, registrar);
  return attachments.find((file) => file.name === name)?.id ?? '';
}

async function meetingOf(ticketId: string, applicationId: string): Promise<string> {
  // A file of special-category data goes to a unit by a recorded ground alone.
  const ground = { applicationId, basis: 'right', note: person.note } as const;
  await counter.ok('consent.ground', ground, registrar);
  const { id: meetingId } = await handOver(counter, ticketId, { applicationId }, registrar);
  await counter.ok('meeting.end', { meetingId, result: person.note, isInformed: true }, expert);
  return meetingId;
}

/** All that a window is answered, by query; what it is refused holds nothing. */
async function answersTo(window: string): Promise<ReadonlyMap<string, string>> {
  const answers = new Map<string, string>();
  for (const method of queries)
    for (const [index, input] of asked[method](ids).entries()) {
      const { audience } = contract[method];
      const answer = await counter.core.dispatch({ audience: audience[0] ?? 'staff', window }, method, {
        input,
      });
      answers.set(`${method} ${index}`, JSON.stringify(answer));
    }
  return answers;
}

function standsIn(answers: ReadonlyMap<string, string>, canaries: readonly string[]): readonly string[] {
  return [...answers].flatMap(([query, answer]) =>
    canaries
      .filter((canary) => writings(canary).some((written) => answer.includes(written)))
      .map((canary) => `${query}: ${canary}`),
  );
}

/** A number as it is stored and as people write it. */
function writings(canary: string): readonly string[] {
  const spaced = canary.replace(/^(\d{3})(\d{3})(\d{2})(\d{2})$/, '$1 $2 $3 $4');
  return [canary, spaced];
}

describe('WR-7 FF-4: of a person', () => {
  test('every query of the contract is asked', () => {
    expect(Object.keys(asked).toSorted()).toEqual(queries.toSorted());
  });

  test.each(roles)('a %s is answered nothing that the role may not see', async (role) => {
    const answers = await answersTo(windowOf[role]);
    expect(
      standsIn(
        answers,
        forbidden[role].map((canary) => person[canary]),
      ),
    ).toEqual([]);
    // The sweep looks at answers that hold the person, where the role has any.
    expect([...answers.values()].some((answer) => answer.includes('Kanaryagül'))).toBe(true);
  });

  test.each(roles)('a %s without the permission is answered nothing of an informant', async (role) => {
    const answers = await answersTo(windowOf[role]);
    expect(standsIn(answers, Object.values(informant))).toEqual([]);
  });

  test('whoever has the permission knows the informant, numbers masked', async () => {
    const file = JSON.stringify(
      await counter.ok('application.get', { applicationId: ids.informedId }, registrar),
    );
    expect(file).toContain(informant.name);
    expect(file).toContain(informant.phoneMasked);
    expect(file).not.toContain(informant.phone);
  });

  test('nobody without the permission has an informant’s numbers shown or put right', async () => {
    const { informedId } = ids;
    const subject = { kind: 'application', id: informedId } as const;
    expect(
      await counter.call('person.reveal', { subject, fields: ['phone'], reason: 'call', words: '' }, clerk),
    ).toMatchObject({ error: { code: 'informant_hidden' } });
    const seenEntryId = await latestEntryOf(informedId);
    const amended = {
      applicationId: informedId,
      reason: 'Yanlış',
      seenEntryId,
      applicant: { name: 'Başka' },
    };
    expect(await counter.call('application.amend', amended, clerk)).toMatchObject({
      error: { code: 'informant_hidden' },
    });
  });
});

describe('what is revealed', () => {
  const phoneFor = async (window: string) =>
    (await counter.ok('application.get', { applicationId: ids.applicationId }, { window })).applicant.phone;

  test('is whole for that window alone, until its time is over', async () => {
    await reveal(counter, { kind: 'application', id: ids.applicationId }, clerk);
    expect(await phoneFor('second')).toBe(`+90${person.phoneAmended}`);
    expect(await phoneFor('supervisor')).toBe('05•• ••• 65 43');
    const card = await counter.ok('consumer.get', { consumerId: ids.consumerId }, clerk);
    expect(card.phone).toMatch(/^05•• •••/);
    await stayAtWork(counter, revealMinutes - 1, ...everybody);
    expect(await phoneFor('second')).toBe(`+90${person.phoneAmended}`);
    await stayAtWork(counter, 1, ...everybody);
    expect(await phoneFor('second')).toBe('05•• ••• 65 43');
  });

  test('is masked again when the desk says so', async () => {
    const subject = { kind: 'application', id: ids.applicationId } as const;
    await reveal(counter, subject, clerk);
    await counter.ok('person.mask', { subject }, clerk);
    expect(await phoneFor('second')).toBe('05•• ••• 65 43');
  });

  test('asks for another reason in words, and is the desk’s alone', async () => {
    const subject = { kind: 'application', id: ids.applicationId } as const;
    const other = { subject, fields: ['phone' as const], reason: 'other' as const, words: ' ' };
    expect(await counter.call('person.reveal', other, clerk)).toMatchObject({
      error: { fields: [{ path: 'words', message: 'Nedeni yazılmalı.' }] },
    });
    for (const window of ['reception', units.connection.window])
      expect(await counter.call('person.reveal', { ...other, words: 'Merak' }, { window })).toMatchObject({
        error: { code: 'forbidden' },
      });
  });
});
