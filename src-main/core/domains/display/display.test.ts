import { afterEach, beforeEach, expect, test } from 'vitest';
import { audiences } from '../../../../src-shared/contract/define.ts';
import type { DisplayState } from '../../../../src-shared/contract/display.ts';
import type { Ticket } from '../../../../src-shared/contract/ticket.ts';
import type { TestCore } from '../../../testing/make-core.ts';
import { type At, at, issue, openQueueBranch, pass, setCategory } from '../../../testing/queue-branch.ts';
import { addScreen, callAs, okAs, type TestScreen } from '../../../testing/screens.ts';
import { anApplication } from '../../../testing/workplace.ts';

let counter: TestCore;
let hall: TestScreen;
const second = 1_000;
const minute = 60 * second;

beforeEach(async () => {
  counter = await openQueueBranch();
  hall = await addScreen(counter, 'display', 'Salon');
});
afterEach(() => counter.remove());

const shown = (): Promise<DisplayState> => okAs(counter, hall.caller, 'display.state', {});
const call = async (window: At): Promise<Ticket> => (await counter.ok('ticket.callNext', {}, window)).ticket;
const linesOf = ({ calls }: DisplayState) =>
  calls.map(
    ({ label, place, callNo, isAwaited }) => `${label} ${place.name} ${callNo}${isAwaited ? '' : ' came'}`,
  );

test('the display of an empty branch says which branch and day it is, and that nobody waits', async () => {
  const plain = { waiting: 0, isOpen: true, estimatedWait: null };
  expect(await shown()).toEqual({
    branchName: 'Eskişehir Merkez',
    serviceDay: '2026-03-10',
    now: new Date(counter.clock.now()).toISOString(),
    calls: [],
    categories: [
      { name: 'Genel başvuru', letter: 'A', colour: 'blue', ...plain },
      { name: 'Kesinti ve arıza', letter: 'B', colour: 'orange', ...plain },
      { name: 'Bağlantı ve proje', letter: 'C', colour: 'teal', ...plain },
      { name: 'Sayaç işlemleri', letter: 'D', colour: 'grape', ...plain },
    ],
  });
});

test('a call stands on the display with its desk from the moment in which it was made', async () => {
  await issue(counter);
  await issue(counter, 'meter');
  const { label } = await call(at.first);
  const calledAt = new Date(counter.clock.now()).toISOString();
  expect((await shown()).calls).toEqual([
    {
      ...{ label, letter: 'A', colour: 'blue', calledAt, callNo: 1, isAwaited: true },
      place: { kind: 'desk', name: 'Banko 1' },
    },
  ]);
  expect((await shown()).categories.map(({ waiting }) => waiting)).toEqual([0, 0, 0, 1]);
});

test('the newest call is first, and one that is repeated is the newest again', async () => {
  for (const window of [at.first, at.second, at.supervisor]) {
    await issue(counter);
    await call(window);
    counter.clock.advance(second);
  }
  expect(linesOf(await shown())).toEqual(['A103 Banko 3 1', 'A102 Banko 2 1', 'A101 Banko 1 1']);
  const { mine } = await counter.ok('ticket.queue', {}, at.first);
  await counter.ok('ticket.recall', { ticketId: mine?.id ?? '' }, at.first);
  const repeatedAt = new Date(counter.clock.now()).toISOString();
  counter.clock.advance(second);
  const state = await shown();
  expect(linesOf(state)).toEqual(['A101 Banko 1 2', 'A103 Banko 3 1', 'A102 Banko 2 1']);
  expect(state.calls[0]?.calledAt).toBe(repeatedAt);
});

test('who has come, was served or did not come stays among the last calls', async () => {
  for (let count = 0; count < 4; count += 1) await issue(counter);
  const came = await call(at.first);
  await counter.ok('ticket.start', { ticketId: came.id }, at.first);
  counter.clock.advance(second);
  const missed = await call(at.second);
  await counter.ok('ticket.noShow', { ticketId: missed.id }, at.second);
  counter.clock.advance(second);
  await call(at.second);
  expect(linesOf(await shown())).toEqual(['A103 Banko 2 1', 'A102 Banko 2 1 came', 'A101 Banko 1 1 came']);
});

test('a call that is undone is gone at once, and the number waits again', async () => {
  await issue(counter);
  const { id } = await call(at.first);
  await counter.ok('ticket.undoCall', { ticketId: id }, at.first);
  const state = await shown();
  expect([linesOf(state), state.categories[0]?.waiting]).toEqual([[], 1]);
});

test('who is sent on is no longer called, and waits where the number was sent', async () => {
  await issue(counter);
  const { id } = await call(at.first);
  await counter.ok('ticket.transfer', { ticketId: id, to: { kind: 'category', code: 'meter' } }, at.first);
  const state = await shown();
  expect([linesOf(state), state.categories.map(({ waiting }) => waiting)]).toEqual([[], [0, 0, 0, 1]]);
  counter.clock.advance(second);
  await call(at.second);
  expect(linesOf(await shown())).toEqual(['A101 Banko 2 1']);
});

test('who left is no longer called, nor is anybody of the day before', async () => {
  await issue(counter);
  const { id } = await call(at.first);
  await counter.ok('ticket.cancel', { ticketId: id, reason: 'left' }, at.reception);
  expect(linesOf(await shown())).toEqual([]);
  await issue(counter);
  await call(at.first);
  await pass(counter, 24 * 60 * minute);
  expect(linesOf(await shown())).toEqual([]);
});

test('of many calls the newest are shown', async () => {
  for (let count = 0; count < 14; count += 1) {
    await issue(counter);
    counter.clock.advance(second);
    const { id } = await call(at.first);
    await counter.ok('ticket.start', { ticketId: id }, at.first);
  }
  const lines = linesOf(await shown());
  expect([lines.length, lines[0], lines.at(-1)]).toEqual([12, 'A114 Banko 1 1 came', 'A103 Banko 1 1 came']);
});

test('a category that is closed says so', async () => {
  await setCategory(counter, 'outage', { closesAt: '09:00' });
  expect((await shown()).categories.map(({ isOpen }) => isOpen)).toEqual([true, false, true, true]);
});

test('FF-4 no name, whoever works here and whoever is served, and no id ever reaches the display', async () => {
  const { id, label } = await issue(counter, 'general', true);
  await call(at.first);
  await counter.ok('ticket.start', { ticketId: id }, at.first);
  const application = anApplication({ ticketId: id });
  const { applicationId, applicationNo } = await counter.ok('application.register', application, at.first);
  const text = JSON.stringify(await shown());
  expect(text).toContain(label);
  const { users } = await counter.ok('user.list', {}, at.admin);
  const people = users.flatMap(({ id: userId, displayName, username }) => [
    userId,
    displayName,
    `"${username}`,
  ]);
  const { name, phone, identityNo } = application.applicant;
  const secrets = [
    ...people,
    name,
    phone,
    identityNo,
    application.description,
    applicationId,
    applicationNo,
    id,
  ];
  expect(secrets.filter((secret) => secret !== null && text.includes(secret))).toEqual([]);
  expect(text).not.toMatch(/priority|desk_?code|"id"/i);
});

test('only a display asks for it', async () => {
  const answers = await Promise.all(
    audiences.map(async (audience) => {
      const result = await callAs(counter, { ...hall.caller, audience }, 'display.state', {});
      return [audience, result.ok || result.error.code];
    }),
  );
  expect(Object.fromEntries(answers)).toEqual({
    ...{ staff: 'forbidden', display: true, kiosk: 'forbidden', door: 'forbidden', visitor: 'forbidden' },
    signer: 'forbidden',
  });
});
