import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { writeFacts } from '../../../testing/store.ts';
import { adminSecrets, comeBack, setUp, signInAs } from '../../../testing/workplace.ts';
import { documentChanged } from '../settings/settings.repo.ts';
import { defaultCategories } from '../system/defaults.ts';

let counter: TestCore;
const reception = { window: 'reception' };
const clerk = { window: 'clerk' };
const second = { window: 'second' };
const minute = 60_000;

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
  await signInAs(counter, 'reception');
  await signInAs(counter, 'clerk');
});
afterEach(() => counter.remove());

/** Changes documents of the branch for which there is no screen yet. */
async function changeBranch(...documents: Parameters<typeof documentChanged>[]): Promise<void> {
  await writeFacts(
    counter,
    documents.map(([document, value]) => documentChanged(document, value)),
  );
  counter = await counter.reopen();
  const { username, password } = adminSecrets;
  await counter.ok('session.signIn', { username, password }, { window: 'admin' });
  await counter.ok(
    'session.signIn',
    { username: 'reception', password: 'reception-parolasi-uzun' },
    reception,
  );
  await counter.ok('session.signIn', { username: 'clerk', password: 'clerk-parolasi-uzun' }, clerk);
}

async function openSecondDesk(): Promise<void> {
  const desks = [
    { deskCode: 'B1', deskName: 'Banko 1' },
    { deskCode: 'B2', deskName: 'Banko 2' },
  ];
  await changeBranch(['desks', desks]);
  await counter.ok(
    'session.signIn',
    { username: 'clerk', password: 'clerk-parolasi-uzun', deskCode: 'B2' },
    second,
  );
}

const issue = async (categoryCode = 'general', priority = false) =>
  (await counter.ok('ticket.issue', { categoryCode, priority }, reception)).ticket;
const callNext = (at = clerk) => counter.call('ticket.callNext', {}, at);

describe('numbers', () => {
  test('are counted for each category on its own', async () => {
    const labels = [];
    for (const category of ['general', 'general', 'outage', 'general'])
      labels.push((await issue(category)).label);
    expect(labels).toEqual(['A101', 'A102', 'B101', 'A103']);
  });

  test('are never given twice, however many ask at one moment', async () => {
    const issued = await Promise.all(Array.from({ length: 25 }, () => issue()));
    expect(new Set(issued.map((ticket) => ticket.label)).size).toBe(25);
    expect(issued.map((ticket) => ticket.label).sort()).toEqual(
      Array.from({ length: 25 }, (_, index) => `A${101 + index}`),
    );
  });

  test('begin anew at midnight in İstanbul, which is 21:00 UTC', async () => {
    counter.clock.set('2026-03-10T20:59:59.999Z');
    await comeBack(counter, 'reception');
    expect(await issue()).toMatchObject({ label: 'A101' });
    expect(await issue()).toMatchObject({ label: 'A102' });
    counter.clock.advance(1);
    expect(await issue()).toMatchObject({ label: 'A101' });
    const queue = await counter.ok('ticket.queue', {}, reception);
    expect(queue).toMatchObject({ serviceDay: '2026-03-11', issuedToday: 1, waiting: [{ label: 'A101' }] });
  });

  test('go on where they were when the clock is set back an hour', async () => {
    await issue();
    counter.clock.advance(-60 * minute);
    expect(await issue()).toMatchObject({ label: 'A102' });
  });

  test('go on where they were after a restart', async () => {
    await issue();
    counter = await counter.reopen();
    await counter.ok(
      'session.signIn',
      { username: 'reception', password: 'reception-parolasi-uzun' },
      reception,
    );
    expect(await issue()).toMatchObject({ label: 'A102' });
  });

  test('end where the category has reached its daily limit, until the next day', async () => {
    await changeBranch(['categories', defaultCategories.map((known) => ({ ...known, dailyLimit: 2 }))]);
    await issue();
    await issue();
    const full = { categoryCode: 'general', priority: false };
    for (const _ of [1, 2])
      expect(await counter.call('ticket.issue', full, reception)).toMatchObject({
        error: { code: 'daily_limit' },
      });
    expect(await issue('outage')).toMatchObject({ label: 'B101' });
    counter.clock.advance(24 * 60 * minute);
    await comeBack(counter, 'reception');
    expect(await issue()).toMatchObject({ label: 'A101' });
  });

  test('are not lost when the printer fails', async () => {
    const print = () => ({ ok: false, reason: 'Yazıcıda kâğıt yok.' }) as const;
    await counter.remove();
    counter = await makeCore({ print });
    await setUp(counter);
    await signInAs(counter, 'reception');
    const printer = { kind: 'network', host: 'yazici.yerel', port: 9100, codePage: 'PC857' } as const;
    await counter.ok('printer.configure', { printer }, { window: 'admin' });
    counter.core.start();
    const ticket = await issue();
    counter = await counter.reopen();
    await counter.ok(
      'session.signIn',
      { username: 'reception', password: 'reception-parolasi-uzun' },
      reception,
    );
    expect(await counter.ok('ticket.queue', {}, reception)).toMatchObject({ waiting: [ticket] });
    expect(await counter.ok('print.jobs', {}, reception)).toMatchObject({
      jobs: [{ subject: 'A101', state: 'failed', reason: 'Yazıcıda kâğıt yok.' }],
    });
  });

  test('of a category that the branch does not have are refused at the field', async () => {
    const input = { categoryCode: 'moon', priority: false };
    expect(await counter.call('ticket.issue', input, reception)).toMatchObject({
      error: { fields: [{ path: 'categoryCode', message: 'Bu şubede böyle bir kategori yok.' }] },
    });
  });
});

describe('calling', () => {
  test('two desks that press at one moment get two tickets, and neither an error', async () => {
    await openSecondDesk();
    await issue();
    await issue();
    const [one, two] = await Promise.all([callNext(clerk), callNext(second)]);
    expect([one, two]).toMatchObject([
      { ok: true, value: { ticket: { label: 'A101', desk: { deskCode: 'B1' } } } },
      { ok: true, value: { ticket: { label: 'A102', desk: { deskCode: 'B2' } } } },
    ]);
  });

  test('a second press within a second is the same press, a later one is told that the desk is busy', async () => {
    await issue();
    await issue();
    const [first, again] = await Promise.all([callNext(), callNext()]);
    expect(again).toEqual(first);
    counter.clock.advance(999);
    expect(await callNext()).toEqual(first);
    counter.clock.advance(1);
    expect(await callNext()).toMatchObject({ error: { code: 'desk_busy' } });
    expect(await counter.ok('ticket.queue', {}, clerk)).toMatchObject({ waiting: [{ label: 'A102' }] });
  });

  test('an empty queue is said, and leaves who is being served where they are', async () => {
    expect(await callNext()).toMatchObject({ error: { code: 'queue_empty' } });
    const { id } = await issue();
    await callNext();
    await counter.ok('ticket.start', { ticketId: id }, clerk);
    expect(await callNext()).toMatchObject({ error: { code: 'queue_empty' } });
    expect(await counter.ok('ticket.queue', {}, clerk)).toMatchObject({ mine: { id, status: 'serving' } });
  });

  test('priority goes ahead of who came up to twenty minutes before, and of nobody else', async () => {
    const early = await issue();
    counter.clock.advance(2 * minute);
    const later = await issue();
    counter.clock.advance(19 * minute);
    await comeBack(counter, 'reception', 'clerk');
    const priority = await issue('general', true);
    const { waiting } = await counter.ok('ticket.queue', {}, clerk);
    expect(waiting.map((ticket) => ticket.id)).toEqual([early.id, priority.id, later.id]);
  });

  test('the next one while serving finishes the one before', async () => {
    const { id } = await issue();
    await issue();
    await callNext();
    await counter.ok('ticket.start', { ticketId: id }, clerk);
    counter.clock.advance(4 * minute);
    expect(await callNext()).toMatchObject({ value: { ticket: { label: 'A102', status: 'called' } } });
    expect(await counter.ok('ticket.queue', {}, clerk)).toMatchObject({
      waiting: [],
      active: [{ label: 'A102' }],
      servedToday: 1,
    });
  });

  test('nobody of yesterday is called today', async () => {
    await issue();
    counter.clock.advance(24 * 60 * minute);
    await comeBack(counter, 'clerk');
    expect(await callNext()).toMatchObject({ error: { code: 'queue_empty' } });
  });
});

describe('a called ticket', () => {
  test('counts its recalls, and may end as no-show', async () => {
    const { id } = await issue();
    await callNext();
    await counter.ok('ticket.recall', { ticketId: id }, clerk);
    const { ticket } = await counter.ok('ticket.recall', { ticketId: id }, clerk);
    expect(ticket).toMatchObject({ recalls: 2, status: 'called' });
    expect(await counter.ok('ticket.noShow', { ticketId: id }, clerk)).toMatchObject({
      ticket: { status: 'no_show' },
    });
    for (const method of ['ticket.recall', 'ticket.start', 'ticket.finish', 'ticket.noShow'] as const)
      expect(await counter.call(method, { ticketId: id }, clerk)).toMatchObject({
        error: { code: 'wrong_state' },
      });
  });

  test('is moved by its own desk alone', async () => {
    await openSecondDesk();
    const { id } = await issue();
    await callNext();
    for (const method of ['ticket.recall', 'ticket.start', 'ticket.finish', 'ticket.noShow'] as const)
      expect(await counter.call(method, { ticketId: id }, second)).toMatchObject({
        error: { code: 'wrong_state' },
      });
    expect(await counter.call('ticket.start', { ticketId: 'nobody' }, clerk)).toMatchObject({
      error: { code: 'not_found' },
    });
  });

  test('holds its times from the call to the end', async () => {
    const { id } = await issue();
    counter.clock.advance(minute);
    await callNext();
    counter.clock.advance(minute);
    await counter.ok('ticket.start', { ticketId: id }, clerk);
    expect(await counter.ok('ticket.finish', { ticketId: id }, clerk)).toEqual({
      ticket: {
        id,
        label: 'A101',
        categoryCode: 'general',
        categoryName: 'Genel başvuru',
        priority: false,
        status: 'served',
        issuedAt: '2026-03-10T07:00:00.000Z',
        calledAt: '2026-03-10T07:01:00.000Z',
        servingAt: '2026-03-10T07:02:00.000Z',
        recalls: 0,
        desk: { deskCode: 'B1', deskName: 'Banko 1' },
      },
    });
  });
});
