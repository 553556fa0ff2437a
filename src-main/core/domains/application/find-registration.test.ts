import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { anApplication, setUp, signInAs } from '../../../testing/workplace.ts';

let counter: TestCore;
const clerk = { window: 'clerk' };
const commandId = 'kayit-niyeti-1';

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
  await signInAs(counter, 'clerk');
});
afterEach(() => counter.remove());

test('a registration whose answer was lost is found by its intent, with that answer', async () => {
  expect(await counter.ok('application.findRegistration', { commandId }, clerk)).toEqual({
    registered: null,
  });
  const registered = await counter.ok('application.register', anApplication(), { ...clerk, commandId });
  expect(await counter.ok('application.findRegistration', { commandId }, clerk)).toEqual({ registered });
});

test('a refused registration is none, and asking makes none', async () => {
  const refused = { ...anApplication(), topicCode: 'moon' };
  await counter.call('application.register', refused, { ...clerk, commandId });
  expect(await counter.ok('application.findRegistration', { commandId }, clerk)).toEqual({
    registered: null,
  });
  const { counts } = await counter.ok('application.counts', {}, clerk);
  expect(counts.find(({ list }) => list === 'open')).toMatchObject({ count: 0 });
});

test('nobody is told what another registered', async () => {
  await signInAs(counter, 'supervisor');
  await counter.ok('application.register', anApplication(), { ...clerk, commandId });
  expect(
    await counter.call('application.findRegistration', { commandId }, { window: 'supervisor' }),
  ).toMatchObject({ error: { code: 'command_reused' } });
});
