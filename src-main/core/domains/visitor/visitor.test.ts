import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TestCore } from '../../../testing/make-core.ts';
import { at, openQueueBranch, passUntil, setCategory, setPolicy } from '../../../testing/queue-branch.ts';
import { addScreen, callAs, callerOf, okAs, type TestScreen } from '../../../testing/screens.ts';
import type { Caller } from '../../core.ts';

let counter: TestCore;
let kiosk: TestScreen;
beforeEach(async () => {
  counter = await openQueueBranch();
  kiosk = await addScreen(counter, 'kiosk', 'Giriş');
});
afterEach(() => counter.remove());

type Taken = { readonly id: string; readonly code: string };

/** A number taken at the kiosk, with the code that is on its slip. */
async function take(categoryCode = 'general'): Promise<Taken> {
  const wanted = { categoryCode, priority: false, onPaper: false };
  const { label, followCode } = await okAs(counter, kiosk.caller, 'kiosk.issue', wanted);
  const { waiting } = await counter.ok('ticket.queue', {}, at.reception);
  return { id: waiting.find((ticket) => ticket.label === label)?.id ?? '', code: followCode };
}

const phoneOf = ({ code }: Taken) => callerOf(counter, code);
const placeOf = (phone: Caller) => okAs(counter, phone, 'visitor.place', {});

test('a phone follows its number from the queue to the desk and to the end', async () => {
  const [before, mine] = [await take(), await take()];
  const phone = await phoneOf(mine);
  const waiting = {
    ...{ branchName: 'Eskişehir Merkez', label: 'A102', categoryName: 'Genel başvuru', state: 'waiting' },
    ...{ ahead: 1, estimatedWait: null, place: null, calledAt: null, recalls: 0 },
  };
  expect(await placeOf(phone)).toEqual(waiting);

  expect((await counter.ok('ticket.callNext', {}, at.first)).ticket.id).toBe(before.id);
  expect(await placeOf(phone)).toEqual({ ...waiting, ahead: 0 });
  const { ticket } = await counter.ok('ticket.callNext', {}, at.second);
  const called = { ...waiting, state: 'called', ahead: null, place: 'Banko 2', calledAt: ticket.calledAt };
  expect(await placeOf(phone)).toEqual(called);
  await counter.ok('ticket.recall', { ticketId: mine.id }, at.second);
  expect(await placeOf(phone)).toEqual({ ...called, recalls: 1 });
  await counter.ok('ticket.start', { ticketId: mine.id }, at.second);
  expect(await placeOf(phone)).toMatchObject({ state: 'serving', place: 'Banko 2' });
  await counter.ok('ticket.finish', { ticketId: mine.id }, at.second);
  expect(await placeOf(phone)).toMatchObject({ state: 'served', ahead: null });
});

test('its place counts only whom its own desks may call, and not who waits for a room', async () => {
  await setCategory(counter, 'outage', { deskCodes: ['B3'] });
  const [general, outage] = [await take(), await take('outage')];
  const mine = await take('outage');
  // The desk of the outages calls everybody, the others none of them.
  expect(await placeOf(await phoneOf(mine))).toMatchObject({ ahead: 2 });
  await setCategory(counter, 'general', { deskCodes: ['B1', 'B2'] });
  expect(await placeOf(await phoneOf(mine))).toMatchObject({ ahead: 1 });
  const to = { kind: 'room', code: 'G1' } as const;
  await counter.ok('ticket.transfer', { ticketId: outage.id, to }, at.reception);
  expect(await placeOf(await phoneOf(mine))).toMatchObject({ ahead: 0 });
  expect(await placeOf(await phoneOf(outage))).toMatchObject({ ahead: null, place: 'Görüşme Odası 1' });
  expect(await placeOf(await phoneOf(general))).toMatchObject({ ahead: 0 });
});

test('the code of one number shows that number alone, whatever is asked', async () => {
  const [theirs, mine] = [await take(), await take()];
  const phone = await phoneOf(mine);
  const body = { commandId: 'intent-of-stranger', input: { ticketId: theirs.id } };
  expect(await counter.core.dispatch(phone, 'visitor.place', body)).toMatchObject({
    error: { code: 'invalid_input' },
  });
  for (const method of ['ticket.queue', 'kiosk.state', 'ticket.cancel'] as const)
    expect(await counter.core.dispatch(phone, method, body)).toMatchObject({ error: { code: 'forbidden' } });
  expect(theirs.code).not.toBe(mine.code);
});

test('whoever comes without a number’s code is no visitor', async () => {
  expect(await callAs(counter, kiosk.caller, 'visitor.place', {})).toMatchObject({
    error: { code: 'forbidden' },
  });
  expect(await callAs(counter, { audience: 'visitor', window: 'x' }, 'visitor.place', {})).toMatchObject({
    error: { code: 'not_found' },
  });
});

test('the code is good on the day of the queue in which its number stands', async () => {
  const code = (await take()).code;
  await passUntil(counter, '2026-03-10T20:59:59.000Z');
  expect(await counter.core.screens.identify(code)).toMatchObject({ ok: true });
  await passUntil(counter, '2026-03-10T21:00:00.000Z');
  expect(await counter.core.screens.identify(code)).toMatchObject({ error: { code: 'forbidden' } });
});

test('a number that is carried over is followed on the next day as well', async () => {
  await setPolicy(counter, { nightPolicy: 'carry_over' });
  const code = (await take()).code;
  await passUntil(counter, '2026-03-11T06:00:00.000Z');
  await take();
  expect(await counter.core.screens.identify(code)).toMatchObject({ ok: true });
});
