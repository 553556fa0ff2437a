import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { anApplication, setUp, signInAs } from '../../../testing/workplace.ts';

let counter: TestCore;
const clerk = { window: 'clerk' };

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
  await signInAs(counter, 'reception');
  await signInAs(counter, 'clerk');
});
afterEach(() => counter.remove());

test('FF-1 SP-1: a number leads to a registered application with number, code, notice, SMS intent and receipt', async () => {
  const issued = await counter.ok(
    'ticket.issue',
    { categoryCode: 'general', priority: false },
    { window: 'reception' },
  );
  expect(issued.ticket).toMatchObject({ label: 'A101', status: 'waiting' });
  const called = await counter.ok('ticket.callNext', {}, clerk);
  expect(called.ticket).toMatchObject({ id: issued.ticket.id, status: 'called', desk: { deskCode: 'B1' } });

  const registered = await counter.ok(
    'application.register',
    anApplication({ ticketId: called.ticket.id }),
    clerk,
  );
  expect(registered).toMatchObject({ applicationNo: '26-2026-0100001', dueAt: '2026-04-01T20:59:59.999Z' });

  const { applicationId } = registered;
  const file = await counter.ok('application.get', { applicationId }, clerk);
  expect(file.timeline.map((item) => item.kind)).toEqual(['registered', 'notice', 'sms', 'print']);
  expect(file.timeline.find((item) => item.kind === 'sms')).toMatchObject({
    smsState: 'waiting',
    isUnsent: true,
    text: expect.stringMatching(/^Sayın Ayşe I\., başvurunuz 26-2026-0100001 no ile kayda alındı\./),
  });
  expect(file.closingGaps.map((gap) => gap.code)).toEqual(['call']);
});

test('SP-2 SP-3 SP-4: routed, called and closed, with the outcome in the closing SMS', async () => {
  const { applicationId } = await counter.ok('application.register', anApplication(), clerk);
  await counter.ok('application.route', { applicationId, teamCode: 'outage_repair', note: 'Acele' }, clerk);
  const early = await counter.call(
    'application.close',
    {
      applicationId,
      outcomeKind: 'resolved',
      outcome: 'Hat onarıldı',
      durableMedium: 'sms',
      satisfaction: 'not_asked',
    },
    clerk,
  );
  expect(early).toMatchObject({
    ok: false,
    error: {
      code: 'closing_incomplete',
      fields: [
        { path: 'team_answer', message: 'Yönlendirilen ekibin yanıtı bekleniyor.' },
        {
          path: 'call',
          message:
            'Başvuru sahibi telefonla dönüş istedi; görüşülmeli ya da 3 kez aranıp sonucu kaydedilmeli.',
        },
      ],
    },
  });
  const file = await counter.ok('application.get', { applicationId }, clerk);
  expect(file).toMatchObject({ status: 'routed', team: { code: 'outage_repair' } });
});

test('SP-4: closing an application that nobody was asked about needs the call, then tells the outcome', async () => {
  const { applicationId } = await counter.ok('application.register', anApplication(), clerk);
  await counter.ok('application.recordCall', { applicationId, result: 'reached', note: '' }, clerk);
  const closed = await counter.ok(
    'application.close',
    {
      applicationId,
      outcomeKind: 'informed',
      outcome: 'Planlı çalışma bilgisi verildi',
      durableMedium: 'sms',
      satisfaction: 'satisfied',
    },
    clerk,
  );
  expect(closed.smsId).not.toBeNull();
  const file = await counter.ok('application.get', { applicationId }, clerk);
  expect(file).toMatchObject({
    status: 'closed',
    closing: { keptDeadline: true, satisfaction: 'satisfied' },
  });
  expect(file.timeline.filter((item) => item.kind === 'sms').at(-1)?.text).toContain(
    'Sonuç: Planlı çalışma bilgisi verildi.',
  );
  const again = await counter.call(
    'application.recordCall',
    { applicationId, result: 'reached', note: '' },
    clerk,
  );
  expect(again).toMatchObject({ ok: false, error: { code: 'already_closed' } });
});

test('a replayed command gives the first answer and changes nothing', async () => {
  const commandId = 'one-intent-0001';
  const first = await counter.ok('application.register', anApplication(), { ...clerk, commandId });
  const second = await counter.ok('application.register', anApplication(), { ...clerk, commandId });
  expect(second).toEqual(first);
  const { counts } = await counter.ok('application.counts', {}, clerk);
  expect(counts.find((row) => row.list === 'open')?.count).toBe(1);
  const stolen = await counter.call('application.register', anApplication(), { window: 'admin', commandId });
  expect(stolen).toMatchObject({ ok: false, error: { code: 'command_reused' } });
});

test('what the clerk got wrong comes back at its field, and nothing is written', async () => {
  const base = anApplication();
  const applicant = { ...base.applicant, identityNo: '12345678901', phone: '0222 230 00 00' };
  const refused = await counter.call('application.register', { ...base, applicant, notice: null }, clerk);
  expect(refused).toMatchObject({
    ok: false,
    error: {
      code: 'invalid_input',
      fields: [
        { path: 'applicant.identityNo', message: 'T.C. kimlik numarası geçersiz; rakamları kontrol edin.' },
        { path: 'applicant.phone', message: expect.stringContaining('sabit hat') },
      ],
    },
  });
  const uninformed = await counter.call('application.register', { ...base, notice: null }, clerk);
  expect(uninformed).toMatchObject({ ok: false, error: { fields: [{ path: 'notice' }] } });
  const retired = await counter.call('application.register', { ...base, topicCode: 'prepaid_meter' }, clerk);
  expect(retired).toMatchObject({
    ok: false,
    error: { code: 'topic_retired', fields: [{ path: 'topicCode' }] },
  });
  const unknown = await counter.call(
    'application.register',
    { ...base, nickname: 'x' } as typeof base,
    clerk,
  );
  expect(unknown).toMatchObject({
    ok: false,
    error: { fields: [{ path: 'nickname', message: 'Bu alan tanınmıyor.' }] },
  });
  const found = await counter.ok('search.find', { text: '10000000146' }, clerk);
  expect(found).toEqual({ applications: [], consumers: [] });
});

test('WR-3 FF-4: an informant stays without a card and without a name in lists and search', async () => {
  const base = anApplication();
  await counter.ok(
    'application.register',
    { ...base, capacity: 'informant', topicCode: 'other', topicFields: {} },
    clerk,
  );
  const { rows } = await counter.ok('application.list', { list: 'open', offset: 0, limit: 10 }, clerk);
  expect(rows.map((row) => row.applicantName)).toEqual(['Kimliği gizli ihbarcı']);
  const found = await counter.ok('search.find', { text: 'ayşe ışık' }, clerk);
  expect(found).toEqual({ applications: [], consumers: [] });
});
