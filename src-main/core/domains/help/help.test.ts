import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TestCore } from '../../../testing/make-core.ts';
import {
  type At,
  at,
  openQueueBranch,
  passUntil,
  queueOf,
  signInAll,
} from '../../../testing/queue-branch.ts';
import { countEntries } from '../../../testing/store.ts';

let counter: TestCore;
const minute = 60_000;
const first = { deskCode: 'B1', deskName: 'Banko 1' };
const second = { deskCode: 'B2', deskName: 'Banko 2' };

beforeEach(async () => {
  counter = await openQueueBranch();
});
afterEach(() => counter.remove());

const callHelp = async (window: At) => (await counter.ok('help.call', {}, window)).helpCall;
const answer = (helpId: string, window: At) => counter.call('help.answer', { helpId }, window);
const takeBack = (helpId: string, window: At) => counter.call('help.takeBack', { helpId }, window);
const shownAt = async (window: At) => (await queueOf(counter, window)).helpCalls;

test('a desk that calls for help is seen at all the others at once, and nothing else changes', async () => {
  const topics: string[] = [];
  counter.core.onChanged((announcement) => topics.push(...announcement.topics));
  const call = await callHelp(at.first);
  expect(call).toEqual({
    id: call.id,
    desk: first,
    calledAt: '2026-03-10T07:00:00.000Z',
    answeredBy: null,
    answeredAt: null,
  });
  expect(topics).toEqual(['queue']);
  for (const window of [at.first, at.second, at.supervisor, at.reception])
    expect(await shownAt(window)).toEqual([call]);
});

test('pressed again it is the same call, until that is over', async () => {
  const call = await callHelp(at.first);
  counter.clock.advance(minute);
  const entries = await countEntries(counter);
  expect(await callHelp(at.first)).toEqual(call);
  expect(await countEntries(counter)).toBe(entries);
  await takeBack(call.id, at.first);
  expect((await callHelp(at.first)).id).not.toBe(call.id);
});

test('it stands until somebody answers, whom the desk then sees coming for two minutes', async () => {
  const call = await callHelp(at.first);
  counter.clock.advance(30 * minute);
  expect(await shownAt(at.second)).toEqual([call]);
  const answered = { ...call, answeredBy: second, answeredAt: '2026-03-10T07:30:00.000Z' };
  expect(await answer(call.id, at.second)).toEqual({ ok: true, value: { helpCall: answered } });
  counter.clock.advance(2 * minute - 1);
  expect(await shownAt(at.first)).toEqual([answered]);
  counter.clock.advance(1);
  expect(await shownAt(at.first)).toEqual([]);
});

test('it stands over a restart, and not over midnight', async () => {
  const call = await callHelp(at.first);
  counter = await counter.reopen();
  await signInAll(counter);
  expect(await shownAt(at.second)).toEqual([call]);
  await passUntil(counter, '2026-03-10T20:59:59.999Z');
  expect(await shownAt(at.second)).toEqual([call]);
  counter.clock.advance(1);
  expect(await shownAt(at.second)).toEqual([]);
  expect((await callHelp(at.first)).id).not.toBe(call.id);
});

test('only one comes, and the next one is told who', async () => {
  const call = await callHelp(at.first);
  await answer(call.id, at.second);
  expect(await answer(call.id, at.supervisor)).toMatchObject({
    error: { code: 'wrong_state', message: 'Bu çağrıya daha önce yanıt verildi (Banko 2).' },
  });
});

test('the desk that called can not answer itself, and only it takes the call back', async () => {
  const call = await callHelp(at.first);
  expect(await answer(call.id, at.first)).toMatchObject({
    error: { message: 'Bu çağrı sizin bankonuzun. İsterseniz geri alabilirsiniz.' },
  });
  expect(await takeBack(call.id, at.second)).toMatchObject({
    error: { message: 'Yardım çağrısını yalnız çağıran banko geri alır (Banko 1).' },
  });
  expect(await takeBack(call.id, at.first)).toEqual({ ok: true, value: {} });
  expect(await shownAt(at.second)).toEqual([]);
  expect(await answer(call.id, at.second)).toMatchObject({
    error: { message: 'Bu yardım çağrısı geri alındı.' },
  });
  // Nothing is left to take back, and nothing is written.
  const entries = await countEntries(counter);
  expect(await takeBack(call.id, at.first)).toMatchObject({ ok: true });
  expect(await countEntries(counter)).toBe(entries);
});

test('two desks in need stand one after the other, and a call that is not there is not found', async () => {
  const one = await callHelp(at.first);
  counter.clock.advance(minute);
  const two = await callHelp(at.second);
  expect((await shownAt(at.supervisor)).map(({ id }) => id)).toEqual([one.id, two.id]);
  for (const refused of [await answer('nobody', at.second), await takeBack('nobody', at.second)])
    expect(refused).toMatchObject({ error: { code: 'not_found' } });
});
