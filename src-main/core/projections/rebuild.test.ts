import { afterEach, beforeEach, expect, test } from 'vitest';
import { aConsent } from '../../../src-shared/testing/texts.ts';
import { signOnScreen } from '../../testing/consent-desk.ts';
import { makeCore, type TestCore } from '../../testing/make-core.ts';
import { withStore } from '../../testing/store.ts';
import { adminSecrets, anApplication, setUp, signInAs } from '../../testing/workplace.ts';
import type { OpenStore } from '../db/open.ts';

let counter: TestCore;
const admin = { window: 'admin' };
const clerk = { window: 'clerk' };

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
  await signInAs(counter, 'clerk');
});
afterEach(() => counter.remove());

const tables = [
  'users',
  'settings',
  'tickets',
  'help_calls',
  'meetings',
  'contacts',
  'call_transfers',
  'applications',
  'consumers',
  'consumer_installations',
  'print_jobs',
  'screens',
  'consents',
  'texts',
] as const;
const words = ['isik', 'ayse', 'kaya', 'taskopru', 'visnelik', 'mehmet', 'odunpazari'];

/** Every row of every projection, and what each word finds in the search indexes. */
function projectionsOf({ raw }: OpenStore): Readonly<Record<string, readonly unknown[]>> {
  const rows = tables.map((table) => [table, raw.prepare(`select * from ${table} order by 1, 2`).all()]);
  const hits = ['application_search', 'consumer_search'].flatMap((index) =>
    words.map((word) => [
      `${index} ${word}`,
      raw
        .prepare(`select rowid from ${index} where ${index} match ? order by rowid`)
        .pluck()
        .all(`"${word}"*`),
    ]),
  );
  return Object.fromEntries([...rows, ...hits]);
}

function emptyParts(parts: Readonly<Record<string, readonly unknown[]>>): readonly string[] {
  return Object.keys(parts).filter((part) => parts[part]?.length === 0);
}

/** Tickets and applications of each state, and a person whose name was mended later. */
async function workADay(): Promise<void> {
  for (const categoryCode of ['general', 'outage', 'meter', 'general'])
    await counter.ok('ticket.issue', { categoryCode, priority: categoryCode === 'meter' }, clerk);
  const { ticket } = await counter.ok('ticket.callNext', {}, clerk);
  await counter.ok('ticket.recall', { ticketId: ticket.id }, clerk);
  await counter.ok('ticket.start', { ticketId: ticket.id }, clerk);
  await counter.ok('ticket.reprint', { ticketId: ticket.id }, clerk);
  const next = await counter.ok('ticket.callNext', {}, clerk);
  await counter.ok('ticket.noShow', { ticketId: next.ticket.id }, clerk);
  const held = await counter.ok('ticket.callNext', {}, clerk);
  await counter.ok('ticket.hold', { ticketId: held.ticket.id }, clerk);
  const { waiting } = await counter.ok('ticket.queue', {}, clerk);
  const to = { kind: 'category', code: 'meter' } as const;
  for (const { id } of waiting) await counter.ok('ticket.transfer', { ticketId: id, to }, clerk);
  const { ticket: left } = await counter.ok(
    'ticket.issue',
    { categoryCode: 'outage', priority: false },
    clerk,
  );
  await counter.ok('ticket.cancel', { ticketId: left.id, reason: 'left' }, clerk);
  await counter.ok('help.call', {}, clerk);
  await meet(left.categoryCode);
  await passCallsOn();

  const kiosk = { name: 'Giriş', kind: 'kiosk', roomCode: null } as const;
  const { screenId } = await counter.ok('screen.add', { ...kiosk, tokenHash: 'a'.repeat(64) }, admin);
  await counter.ok('screen.add', { ...kiosk, name: 'Salon', tokenHash: 'b'.repeat(64) }, admin);
  await counter.ok('screen.withdraw', { screenId }, admin);

  await counter.ok('text.publish', { text: aConsent(), after: 0 }, admin);
  const base = anApplication();
  const first = await counter.ok('application.register', base, clerk);
  await counter.ok('print.markShown', { jobId: first.printJobId ?? '' }, clerk);
  await counter.ok(
    'application.register',
    { ...base, applicant: { ...base.applicant, name: 'Ayşe Kaya' } },
    clerk,
  );
  await consent(counter, first.applicationId);
  const applicant = { ...base.applicant, name: 'Mehmet Çelik', identityNo: null };
  const routed = await counter.ok('application.register', { ...base, applicant }, clerk);
  await counter.ok(
    'application.route',
    { applicationId: routed.applicationId, teamCode: 'outage_repair', note: '' },
    clerk,
  );
  const { applicationId } = await counter.ok(
    'application.register',
    { ...base, capacity: 'informant' },
    clerk,
  );
  await counter.ok('application.recordCall', { applicationId, result: 'reached', note: '' }, clerk);
  await counter.ok(
    'application.close',
    {
      applicationId,
      outcomeKind: 'resolved',
      outcome: 'Giderildi',
      durableMedium: 'sms',
      satisfaction: 'satisfied',
    },
    clerk,
  );
  const { users } = await counter.ok('user.list', {}, admin);
  const userId = users.find((user) => user.username === 'clerk')?.id ?? '';
  await counter.ok('user.setActive', { userId, isActive: false }, admin);
}

/** A consent that was given, and one that was refused. */
async function consent(test: TestCore, applicationId: string): Promise<void> {
  const textCodes = ['consent_health_documents', 'consent_conviction_documents'];
  await signOnScreen(test, applicationId, {
    textCodes,
    answers: { consent_health_documents: 'accepted', consent_conviction_documents: 'refused' },
  });
}

/** A contact that is out and one that was removed; a transfer that stands and one that was withdrawn. */
async function passCallsOn(): Promise<void> {
  const numbers = { extension: '2140', directPhone: null, sip: null, backupId: null };
  const contact = {
    kind: 'person',
    name: 'Işıl Çağlar',
    department: 'Bağlantı',
    title: '',
    ...numbers,
  } as const;
  const { contactId } = await counter.ok('switchboard.saveContact', { contactId: null, contact }, admin);
  const gone = await counter.ok('switchboard.saveContact', { contactId: null, contact }, admin);
  await counter.ok('switchboard.removeContact', gone, admin);
  const out = { contactId, availability: 'out', backOn: '2026-04-01', note: 'İzinde' } as const;
  await counter.ok('switchboard.setAvailability', out, admin);
  const transfer = { contactId, outcome: 'no_answer', applicationNo: null, note: 'Proje' } as const;
  await counter.ok('switchboard.logTransfer', transfer, clerk);
  const { transferId } = await counter.ok('switchboard.logTransfer', transfer, clerk);
  await counter.ok('switchboard.withdrawTransfer', { transferId }, clerk);
}

/** One meeting in a room and one over Teams, of which the first is over. */
async function meet(categoryCode: string): Promise<void> {
  const unit = { unitCode: 'BAGLANTI', unitName: 'Bağlantı Müdürlüğü', teamCodes: [], memberIds: [] };
  const units = [{ ...unit, teamsAddress: 'baglanti@oedas.example' }];
  await counter.ok('settings.saveUnits', { units }, admin);
  const room = { roomCode: 'G1', roomName: 'Görüşme Odası 1', unit: unit.unitName, unitCode: unit.unitCode };
  await counter.ok('settings.saveRooms', { rooms: [room] }, admin);
  for (const mode of ['in_person', 'teams'] as const) {
    const { ticket } = await counter.ok('ticket.issue', { categoryCode, priority: false }, clerk);
    const handedOver = await counter.ok(
      'meeting.handOver',
      {
        ...{ ticketId: ticket.id, unitCode: 'BAGLANTI', roomCode: 'G1', mode },
        ...{ topicCode: 'connection_new', applicationId: null },
      },
      clerk,
    );
    if (handedOver.kind !== 'held') throw new Error('The room was taken');
    const meetingId = handedOver.meeting.id;
    await counter.ok('meeting.start', { meetingId }, clerk);
    if (mode === 'in_person')
      await counter.ok('meeting.end', { meetingId, result: 'Belgeler tamam.', isInformed: true }, clerk);
  }
}

test('the projections are rebuilt from the ledger as they were, row by row and hit by hit', async () => {
  await workADay();
  const before = await withStore(counter, projectionsOf);
  counter = await counter.reopen();
  const { username, password } = adminSecrets;
  await counter.ok('session.signIn', { username, password }, admin);
  await counter.ok('system.rebuild', {}, admin);
  const after = await withStore(counter, projectionsOf);
  expect(after).toEqual(before);
  // Nothing empty is compared; but whose name was mended is no longer found under the old one.
  expect(emptyParts(after)).toEqual(['consumer_search isik']);
});

test('projections that were spoilt are what the ledger says again', async () => {
  await workADay();
  const before = await withStore(counter, projectionsOf);
  await withStore(counter, ({ raw }) =>
    raw.exec(`
      delete from tickets;
      delete from contacts;
      update call_transfers set note = 'başka';
      update texts set body = '{}';
      delete from applications where status = 'closed';
      update consumers set name = 'Başkası';
      insert into print_jobs select 'ghost', stream_kind, stream_id, document, subject, 9, state, reason,
        requested_at, log from print_jobs limit 1;
      delete from application_search;
      insert into consumer_search (rowid, body) values (999, 'isik hayalet');
    `),
  );
  counter = await counter.reopen();
  const { username, password } = adminSecrets;
  await counter.ok('session.signIn', { username, password }, admin);
  await counter.ok('system.rebuild', {}, admin);
  expect(await withStore(counter, projectionsOf)).toEqual(before);
});
