import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TestCore } from '../../../testing/make-core.ts';
import { slipPrinterAt } from '../../../testing/print/printers.ts';
import {
  at,
  issue,
  openQueueBranch,
  pass,
  passUntil,
  queueOf,
  setCategory,
  setPolicy,
  signInAll,
} from '../../../testing/queue-branch.ts';

let counter: TestCore;
const minute = 60_000;
const day = 24 * 60 * minute;

beforeEach(async () => {
  counter = await openQueueBranch();
});
afterEach(() => counter.remove());

const tryToIssue = (categoryCode = 'general') =>
  counter.call('ticket.issue', { categoryCode, priority: false }, at.reception);

describe('numbers', () => {
  test('FF-3: are counted for each category on its own', async () => {
    const labels = [];
    for (const category of ['general', 'general', 'outage', 'general'])
      labels.push((await issue(counter, category)).label);
    expect(labels).toEqual(['A101', 'A102', 'B101', 'A103']);
  });

  test('are never given twice, however many ask at one moment', async () => {
    const issued = await Promise.all(Array.from({ length: 25 }, () => issue(counter)));
    expect(new Set(issued.map((ticket) => ticket.label)).size).toBe(25);
    expect(issued.map((ticket) => ticket.label).sort()).toEqual(
      Array.from({ length: 25 }, (_, index) => `A${101 + index}`),
    );
  });

  test('begin anew at midnight in İstanbul, which is 21:00 UTC', async () => {
    await passUntil(counter, '2026-03-10T20:59:59.999Z');
    expect(await issue(counter)).toMatchObject({ label: 'A101', serviceDay: '2026-03-10' });
    expect(await issue(counter)).toMatchObject({ label: 'A102' });
    counter.clock.advance(1);
    expect(await issue(counter)).toMatchObject({ label: 'A101', serviceDay: '2026-03-11' });
    const queue = await queueOf(counter, at.reception);
    expect(queue).toMatchObject({ serviceDay: '2026-03-11', issuedToday: 1, waiting: [{ label: 'A101' }] });
  });

  test('go on where they were when the clock is set back an hour', async () => {
    await issue(counter);
    counter.clock.advance(-60 * minute);
    expect(await issue(counter)).toMatchObject({ label: 'A102' });
  });

  test('go on where they were after a restart', async () => {
    await issue(counter);
    counter = await counter.reopen();
    await signInAll(counter);
    expect(await issue(counter)).toMatchObject({ label: 'A102' });
  });

  test('end where the category has reached its daily limit, until the next day', async () => {
    await setCategory(counter, 'general', { dailyLimit: 2 });
    await issue(counter);
    await issue(counter);
    for (const _ of [1, 2]) expect(await tryToIssue()).toMatchObject({ error: { code: 'daily_limit' } });
    expect(await issue(counter, 'outage')).toMatchObject({ label: 'B101' });
    await pass(counter, day);
    expect(await issue(counter)).toMatchObject({ label: 'A101' });
  });

  test('are given only in the hours of the category, and the refusal names them', async () => {
    await setCategory(counter, 'general', { opensAt: '10:00', closesAt: '10:30' });
    await setCategory(counter, 'outage', { opensAt: '10:30' });
    await setCategory(counter, 'meter', { closesAt: '10:00' });
    const closed = (message: string) => ({ error: { code: 'category_closed', message } });
    // 07:00 in UTC is 10:00 in İstanbul.
    expect(await issue(counter)).toMatchObject({ label: 'A101' });
    expect(await tryToIssue('outage')).toMatchObject(
      closed('Kesinti ve arıza için numara saat 10:30 olduktan sonra verilir.'),
    );
    expect(await tryToIssue('meter')).toMatchObject(
      closed('Sayaç işlemleri için numara saat 10:00 olana kadar verilir.'),
    );
    counter.clock.set('2026-03-10T07:30:00.000Z');
    expect(await tryToIssue()).toMatchObject(
      closed('Genel başvuru için numara 10:00 ile 10:30 saatleri arasında verilir.'),
    );
    expect(await issue(counter, 'outage')).toMatchObject({ label: 'B101' });
    const { categories } = await queueOf(counter, at.reception);
    expect(categories.map(({ code, isOpen }) => [code, isOpen])).toEqual([
      ['general', false],
      ['outage', true],
      ['connection', true],
      ['meter', false],
    ]);
  });

  test('are answered as they were given, where the command comes again after closing time', async () => {
    await setCategory(counter, 'general', { closesAt: '10:01' });
    const input = { categoryCode: 'general', priority: false };
    const intent = { ...at.reception, commandId: 'one-intent-0001' };
    const first = await counter.ok('ticket.issue', input, intent);
    counter.clock.advance(minute);
    expect(await tryToIssue()).toMatchObject({ error: { code: 'category_closed' } });
    expect(await counter.ok('ticket.issue', input, intent)).toEqual(first);
  });

  test('leave out a label that stands in the queue already, carried over or of a letter that moved', async () => {
    await setPolicy(counter, { nightPolicy: 'carry_over' });
    for (const _ of [1, 2]) await issue(counter);
    await issue(counter, 'outage');
    await pass(counter, day);
    expect(await issue(counter)).toMatchObject({ label: 'A103' });
    await setCategory(counter, 'outage', { letter: 'Z' });
    await setCategory(counter, 'general', { letter: 'B' });
    await setCategory(counter, 'outage', { letter: 'A' });
    expect(await issue(counter, 'outage')).toMatchObject({ label: 'A104' });
    expect(await issue(counter)).toMatchObject({ label: 'B104' });
    const { waiting, issuedToday } = await queueOf(counter, at.reception);
    expect(waiting.map(({ label }) => label)).toEqual(['A101', 'A102', 'B101', 'A103', 'A104', 'B104']);
    expect(issuedToday).toBe(3);
  });

  test('are not lost when the printer fails', async () => {
    const print = () => ({ ok: false, reason: 'Yazıcıda kâğıt yok.' }) as const;
    await counter.remove();
    counter = await openQueueBranch({ print });
    await counter.ok(
      'printer.configure',
      { change: { role: 'slip', printer: slipPrinterAt('yazici.yerel') } },
      at.admin,
    );
    counter.core.start();
    const { id, label } = await issue(counter);
    counter = await counter.reopen();
    await signInAll(counter);
    expect(await queueOf(counter, at.reception)).toMatchObject({ waiting: [{ id, label }] });
    expect(await counter.ok('print.jobs', {}, at.reception)).toMatchObject({
      jobs: [{ subject: 'A101', state: 'failed', reason: 'Yazıcıda kâğıt yok.' }],
    });
  });

  test('of a category that the branch does not have are refused at the field', async () => {
    expect(await tryToIssue('moon')).toMatchObject({
      error: { fields: [{ path: 'categoryCode', message: 'Bu şubede böyle bir kategori yok.' }] },
    });
  });
});

test('a number holds its times from the arrival to the end', async () => {
  const { id } = await issue(counter);
  counter.clock.advance(minute);
  await counter.ok('ticket.callNext', {}, at.first);
  counter.clock.advance(minute);
  await counter.ok('ticket.start', { ticketId: id }, at.first);
  counter.clock.advance(minute);
  expect(await counter.ok('ticket.finish', { ticketId: id }, at.first)).toEqual({
    ticket: {
      id,
      label: 'A101',
      categoryCode: 'general',
      categoryName: 'Genel başvuru',
      priority: false,
      status: 'served',
      serviceDay: '2026-03-10',
      issuedAt: '2026-03-10T07:00:00.000Z',
      calledAt: '2026-03-10T07:01:00.000Z',
      servingAt: '2026-03-10T07:02:00.000Z',
      heldAt: null,
      endedAt: '2026-03-10T07:03:00.000Z',
      recalls: 0,
      transfers: 0,
      target: null,
      desk: { deskCode: 'B1', deskName: 'Banko 1' },
    },
  });
});
