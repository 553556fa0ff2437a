import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TestCore } from '../../../testing/make-core.ts';
import {
  type At,
  at,
  issue,
  openQueueBranch,
  pass,
  queueOf,
  setCategory,
} from '../../../testing/queue-branch.ts';

let counter: TestCore;
const minute = 60_000;

beforeEach(async () => {
  counter = await openQueueBranch();
});
afterEach(() => counter.remove());

/** Issues, calls and ends so many numbers, each three minutes after the one before. */
async function serve(count: number, categoryCode = 'general', window: At = at.first): Promise<void> {
  for (let done = 0; done < count; done += 1) {
    await issue(counter, categoryCode);
    counter.clock.advance(3 * minute);
    const { ticket } = await counter.ok('ticket.callNext', {}, window);
    await counter.ok('ticket.finish', { ticketId: ticket.id }, window);
  }
}

async function estimates(): Promise<Readonly<Record<string, unknown>>> {
  const { categories } = await queueOf(counter, at.reception);
  return Object.fromEntries(categories.map(({ code, estimatedWait }) => [code, estimatedWait]));
}

test('the queue of an empty branch says so', async () => {
  expect(await queueOf(counter, at.first)).toEqual({
    serviceDay: '2026-03-10',
    categories: expect.arrayContaining([
      expect.objectContaining({ code: 'general', waiting: 0, isOpen: true, estimatedWait: null }),
    ]),
    ...{ waiting: [], waitingForRooms: [], active: [], mine: null, held: [], noShows: [] },
    ...{ issuedToday: 0, servedToday: 0, helpCalls: [] },
  });
});

test('everybody who waits has a place, from the next one on', async () => {
  for (const category of ['general', 'meter', 'general']) {
    await issue(counter, category);
    counter.clock.advance(minute);
  }
  await issue(counter, 'outage', true);
  const { waiting, categories } = await queueOf(counter, at.first);
  expect(waiting.map(({ position, label }) => [position, label])).toEqual([
    [1, 'B101'],
    [2, 'A101'],
    [3, 'D101'],
    [4, 'A102'],
  ]);
  expect(categories.map((category) => category.waiting)).toEqual([2, 1, 0, 1]);
});

test('who is at a desk stands by the newest call, and each desk has its own', async () => {
  for (const window of [at.first, at.second]) {
    await issue(counter);
    await counter.ok('ticket.callNext', {}, window);
    counter.clock.advance(minute);
  }
  const { active, mine } = await queueOf(counter, at.first);
  expect([active.map(({ label }) => label), mine?.label]).toEqual([['A102', 'A101'], 'A101']);
  expect((await queueOf(counter, at.second)).mine?.label).toBe('A102');
  expect((await queueOf(counter, at.supervisor)).mine).toBeNull();
});

test('the number of those who wait stands at the top of every screen', async () => {
  await issue(counter);
  await issue(counter);
  await counter.ok('ticket.callNext', {}, at.first);
  expect(await counter.ok('system.connection', {})).toMatchObject({ queueLength: 1 });
});

describe('the estimated wait', () => {
  test('is hidden until enough has been called today, then grows with those who wait', async () => {
    await serve(8);
    expect((await estimates()).general).toBeNull();
    await serve(1);
    expect((await estimates()).general).toEqual({ fromMinutes: 0, toMinutes: 5 });
    for (let count = 0; count < 9; count += 1) await issue(counter);
    expect((await estimates()).general).toEqual({ fromMinutes: 30, toMinutes: 35 });
  });

  test('is of the desks that serve the category, and of all whom they may call', async () => {
    await setCategory(counter, 'meter', { deskCodes: ['B2'] });
    await serve(10);
    expect(await estimates()).toMatchObject({ general: { toMinutes: 5 }, meter: null });
    await serve(9, 'meter', at.second);
    for (let count = 0; count < 9; count += 1) await issue(counter, 'outage');
    // The second desk may call these nine too.
    expect((await estimates()).meter).toEqual({ fromMinutes: 30, toMinutes: 35 });
    const { waiting } = await queueOf(counter, at.reception);
    for (const { id } of waiting)
      await counter.ok('ticket.transfer', { ticketId: id, to: { kind: 'desk', code: 'B1' } }, at.reception);
    expect((await estimates()).meter).toEqual({ fromMinutes: 0, toMinutes: 5 });
  });

  test('is not given for a category that is closed, and begins anew every day', async () => {
    await serve(9);
    await setCategory(counter, 'outage', { closesAt: '09:00' });
    expect(await estimates()).toMatchObject({ general: { fromMinutes: 0 }, outage: null });
    await pass(counter, 24 * 60 * minute);
    expect((await estimates()).general).toBeNull();
  });
});
