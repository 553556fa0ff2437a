import { afterEach, beforeEach, expect, test } from 'vitest';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import type { TestCore } from '../../../testing/make-core.ts';
import { hasReaders, readPdf } from '../../../testing/paper/poppler.ts';
import { at, issue, openQueueBranch, pass } from '../../../testing/queue-branch.ts';
import { withStore, writeFacts } from '../../../testing/store.ts';
import { anApplication } from '../../../testing/workplace.ts';
import { loadCatalogue } from '../../catalogue/catalogue.ts';
import { dayReport } from './day-report.ts';

let counter: TestCore;
const minute = 60_000;
const day = '2026-03-10';

beforeEach(async () => {
  counter = await openQueueBranch();
});
afterEach(() => counter.remove());

test('the figures of a day are those that a hand counts', async () => {
  // 10:00 five numbers; A101 and A102 are called at 10:04, A103 at 10:10 and A104 at 10:20; nobody calls A105.
  for (let number = 0; number < 5; number += 1) await issue(counter);
  await pass(counter, 4 * minute);
  const one = await counter.ok('ticket.callNext', {}, at.first);
  await counter.ok('ticket.start', { ticketId: one.ticket.id }, at.first);
  const two = await counter.ok('ticket.callNext', {}, at.second);
  await counter.ok('ticket.noShow', { ticketId: two.ticket.id }, at.second);
  await pass(counter, 6 * minute);
  await counter.ok('ticket.finish', { ticketId: one.ticket.id }, at.first);
  // A call that is taken back within its seconds called nobody.
  const slip = await counter.ok('ticket.callNext', {}, at.second);
  await counter.ok('ticket.undoCall', { ticketId: slip.ticket.id }, at.second);
  const three = await counter.ok('ticket.callNext', {}, at.first);
  const written = anApplication({ channel: 'written', ticketId: three.ticket.id, replyChannel: 'written' });
  const closed = await counter.ok('application.register', written, at.first);
  await counter.ok('application.register', anApplication(), at.second);
  await pass(counter, 10 * minute);
  await counter.ok('ticket.callNext', {}, at.second);
  await counter.ok(
    'application.close',
    {
      ...{ applicationId: closed.applicationId, outcome: 'Yapıldı.', outcomeKind: 'resolved' },
      ...{ durableMedium: 'letter', satisfaction: 'satisfied', duplicateOf: null },
    },
    at.first,
  );
  const stream = { kind: 'application', id: closed.applicationId };
  const report = { driver: 'test', detail: '' };
  const smsId = closed.smsId ?? '';
  await writeFacts(counter, [
    fact(stream, 'sms.reported', { smsId, state: 'failed', ...report }),
    fact(stream, 'print.reported', { jobId: closed.printJobId ?? '', state: 'failed', reason: 'Kâğıt yok.' }),
  ]);

  const read = await withStore(counter, ({ db }) =>
    dayReport({ db, catalogue: loadCatalogue() }, day, '2026-03-10T07:25:00.000Z'),
  );
  const counts = {
    ...{ issued: 5, called: 4, served: 1, noShows: 1, cancelled: 0, uncalled: 1 },
    // 4, 4, 10 and 20 minutes.
    waits: { mean: 9.5 * minute, p90: 20 * minute, longest: 20 * minute },
  };
  expect(read).toEqual({
    ...{ day, madeAt: '2026-03-10T07:25:00.000Z', isRunning: true },
    firstAt: '2026-03-10T07:00:00.000Z',
    lastAt: expect.stringMatching(/^2026-03-10T07:/),
    categories: [{ name: 'Genel başvuru', ...counts }],
    tickets: counts,
    desks: [
      { name: 'Banko 1', staff: ['Kişi first'], calls: 2, served: 1, serviceMs: 6 * minute, applications: 1 },
      { name: 'Banko 2', staff: ['Kişi second'], calls: 2, served: 0, serviceMs: null, applications: 1 },
    ],
    meetings: { opened: 0, ended: 0 },
    channels: [
      { channel: 'solution_point', registered: 1, dso: 1, retail: 0, concludedSameDay: 0 },
      { channel: 'written', registered: 1, dso: 1, retail: 0, concludedSameDay: 1 },
    ],
    applications: { registered: 2, dso: 2, retail: 0, concludedSameDay: 1 },
    concluded: 1,
    overdue: 0,
    sms: { requested: 3, delivered: 0, failed: 1 },
    prints: { requested: expect.any(Number), failed: 1 },
  });

  const later = await withStore(counter, ({ db }) =>
    dayReport({ db, catalogue: loadCatalogue() }, '2026-04-20', '2026-04-20T15:00:00.000Z'),
  );
  expect(later).toMatchObject({
    ...{ tickets: { issued: 0, waits: null }, desks: [], channels: [], concluded: 0 },
    overdue: 1,
  });
});

test('the report is a supervisor’s, of today or of the days before it', async () => {
  const draw = (reported: string, window: (typeof at)[keyof typeof at] = at.supervisor) =>
    counter.call('document.draw', { sheet: { document: 'shift_report', day: reported } }, window);
  expect(await draw(day, at.first)).toMatchObject({ error: { code: 'forbidden' } });
  for (const wrong of ['2026-03-11', '2026-02-06'])
    expect(await draw(wrong)).toMatchObject({
      error: {
        fields: [{ path: 'sheet.day', message: 'Bugün ya da son 31 günden biri seçilmeli.' }],
      },
    });
  expect(await draw('2026-02-07')).toMatchObject({ value: { name: 'vardiya-raporu-2026-02-07.pdf' } });
  const { printJobId } = await counter.ok(
    'document.print',
    { sheet: { document: 'shift_report', day } },
    at.supervisor,
  );
  const { jobs } = await counter.ok('print.jobs', {}, at.supervisor);
  expect(jobs).toMatchObject([{ jobId: printJobId, subject: '10.03.2026', document: 'shift_report' }]);
  const today = await draw(day);
  if (!today.ok || !hasReaders()) return;
  const { text, pages, fonts } = readPdf(Buffer.from(today.value.base64, 'base64'));
  expect({ pages, fonts }).toEqual({ pages: 1, fonts: [true, true] });
  expect(text).toContain('Vardiya Raporu 10.03.2026');
  expect(text).not.toContain('KOPYA');
});
