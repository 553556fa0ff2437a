import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { createHybridClock } from '../../../../src-shared/ledger/hybrid-clock.ts';
import type { TestCore } from '../../../testing/make-core.ts';
import {
  at,
  issue,
  openQueueBranch,
  pass,
  passUntil,
  queueOf,
  setPolicy,
  signInAll,
} from '../../../testing/queue-branch.ts';
import { createRecordingLog } from '../../../testing/recording-log.ts';
import { withStore, writeFacts } from '../../../testing/store.ts';
import type { OpenStore } from '../../db/open.ts';
import { createJobFailed } from '../../job-failed.ts';
import { createWriter } from '../../write.ts';
import { documentChanged } from '../settings/settings.repo.ts';
import { defaultPolicy } from '../system/defaults.ts';
import { createNight } from './night.ts';

let counter: TestCore;
const minute = 60_000;
const day = 24 * 60 * minute;

beforeEach(async () => {
  counter = await openQueueBranch();
});
afterEach(() => counter.remove());

/** One of each: waiting, called at the second desk, being served at the third, on hold at the first. */
async function leaveADayUndone(): Promise<void> {
  for (const window of [at.first, at.second, at.supervisor]) {
    await issue(counter);
    await counter.ok('ticket.callNext', {}, window);
  }
  const { active } = await queueOf(counter, at.first);
  const idAt = (code: string) => active.find(({ desk }) => desk?.deskCode === code)?.id ?? '';
  await counter.ok('ticket.hold', { ticketId: idAt('B1') }, at.first);
  await counter.ok('ticket.start', { ticketId: idAt('B3') }, at.supervisor);
  await issue(counter);
}

type Night = { readonly type: string; readonly actor: string; readonly label: string };

/** What the night has written, in order, with the number that it was about. */
async function nights(store: OpenStore): Promise<readonly (Night & { readonly at: string })[]> {
  return store.db
    .selectFrom('entries')
    .innerJoin('tickets', 'tickets.id', 'entries.stream_id')
    .select(['entries.type', 'entries.actor', 'entries.at', 'tickets.label'])
    .where('entries.actor', '=', 'system')
    .orderBy('entries.position')
    .execute();
}

async function restart(): Promise<void> {
  counter = await counter.reopen();
  await signInAll(counter);
}

/** As at the start of the program; the night's work has ended when it returns. */
async function start(): Promise<void> {
  counter.core.start();
  await restart();
}

const written = async () => (await withStore(counter, nights)).map(({ type, label }) => [type, label]);
const closed = [
  ['ticket.served', 'A101'],
  ['ticket.served', 'A102'],
  ['ticket.served', 'A103'],
  ['ticket.cancelled', 'A104'],
];

describe('after a day that was left undone', () => {
  beforeEach(leaveADayUndone);

  test('who waited is cancelled and who was at a desk counts as served, by the system and once', async () => {
    counter.clock.advance(day);
    await start();
    await start();
    const entries = await withStore(counter, nights);
    expect(entries.map(({ type, label }) => [type, label])).toEqual(closed);
    expect(new Set(entries.map(({ actor, at: when }) => `${actor} ${when}`))).toEqual(
      new Set(['system 2026-03-11T07:00:00.000Z']),
    );
    const reasons = await withStore(counter, ({ db }) =>
      db.selectFrom('entries').select('payload').where('type', '=', 'ticket.cancelled').execute(),
    );
    expect(reasons).toEqual([{ payload: '{"reason":"day_closed"}' }]);
  });

  test('who waited stands in the new day’s queue with the old time of arrival, where the branch carries over', async () => {
    await setPolicy(counter, { nightPolicy: 'carry_over' });
    counter.clock.advance(day);
    await start();
    counter.clock.advance(minute);
    await issue(counter, 'outage');
    const { waiting, servedToday, issuedToday } = await queueOf(counter, at.first);
    expect(waiting.map(({ label, serviceDay, issuedAt }) => [label, serviceDay, issuedAt])).toEqual([
      ['A104', '2026-03-10', '2026-03-10T07:00:00.000Z'],
      ['B101', '2026-03-11', '2026-03-11T07:01:00.000Z'],
    ]);
    expect([issuedToday, servedToday]).toEqual([1, 0]);
    expect(await counter.ok('ticket.callNext', {}, at.first)).toMatchObject({ ticket: { label: 'A104' } });
    expect(await written()).toEqual([...closed.slice(0, 3), ['ticket.carried_over', 'A104']]);
  });

  test('a week off is caught up with at once, and carried over into today', async () => {
    await setPolicy(counter, { nightPolicy: 'carry_over' });
    counter.clock.advance(7 * day);
    await start();
    expect(await queueOf(counter, at.first)).toMatchObject({
      serviceDay: '2026-03-17',
      waiting: [{ label: 'A104' }],
    });
    expect(await written()).toEqual([...closed.slice(0, 3), ['ticket.carried_over', 'A104']]);
  });

  test('who was carried over waits night after night, until somebody comes', async () => {
    await setPolicy(counter, { nightPolicy: 'carry_over' });
    for (const _ of [1, 2, 3]) {
      counter.clock.advance(day);
      await start();
    }
    expect((await queueOf(counter, at.first)).waiting.map(({ label }) => label)).toEqual(['A104']);
    expect((await written()).slice(3)).toEqual(
      Array.from({ length: 3 }, () => ['ticket.carried_over', 'A104']),
    );
  });

  test('the first number and the first call of a day come after it, also where no timer has run', async () => {
    await pass(counter, day);
    await issue(counter);
    expect(await written()).toEqual(closed);
  });

  test('the first call of a day finds whom the night has carried over', async () => {
    await setPolicy(counter, { nightPolicy: 'carry_over' });
    await pass(counter, day);
    expect(await counter.ok('ticket.callNext', {}, at.first)).toMatchObject({ ticket: { label: 'A104' } });
  });

  test('nothing is decided where the branch’s policy can not be read, until it can', async () => {
    const policy = { kind: 'settings', id: 'policy' };
    await writeFacts(counter, [fact(policy, 'settings.changed', { value: 'none' })]);
    await restart();
    counter.clock.advance(day);
    await start();
    expect(await queueOf(counter, at.first)).toMatchObject({ waiting: [], active: [] });
    expect(await written()).toEqual([]);
    await writeFacts(counter, [documentChanged('policy', defaultPolicy)]);
    await restart();
    await start();
    expect(await written()).toEqual(closed);
  });
});

/** The job alone on the store, where its ending can be awaited. */
function nightOn(store: OpenStore) {
  const { clock, ports } = counter;
  const hybridClock = createHybridClock('test', clock.now);
  const writer = createWriter({ store, ports, hybridClock, announce: () => {} });
  const { log, lines } = createRecordingLog();
  return {
    night: createNight({
      db: store.db,
      writer,
      clock,
      jobFailed: createJobFailed(log, () => {}),
      isAuthority: () => true,
    }),
    lines,
  };
}

test('a program that runs over midnight in İstanbul closes the day at once, and not before', async () => {
  await passUntil(counter, '2026-03-10T20:40:30.000Z');
  await issue(counter);
  await withStore(counter, async (store) => {
    const { night } = nightOn(store);
    night.start();
    await night.idle();
    counter.clock.set('2026-03-10T20:59:59.999Z');
    await night.idle();
    expect(await nights(store)).toEqual([]);
    counter.clock.advance(1);
    await night.idle();
    expect(await nights(store)).toMatchObject([{ type: 'ticket.cancelled', label: 'A101' }]);
    await night.stop();
    counter.clock.advance(day);
    await night.idle();
    expect(await nights(store)).toHaveLength(1);
  });
});

test('a night on which it fails is logged, and tried again within a quarter of an hour', async () => {
  await issue(counter);
  counter.clock.advance(day);
  await withStore(counter, async (store) => {
    const { night, lines } = nightOn(store);
    store.raw.exec('alter table entries rename to elsewhere');
    night.start();
    await night.idle();
    expect(lines).toMatchObject([{ level: 'error', message: 'earlier days were not closed' }]);
    store.raw.exec('alter table elsewhere rename to entries');
    counter.clock.advance(15 * minute);
    await night.idle();
    expect(await nights(store)).toMatchObject([{ type: 'ticket.cancelled' }]);
    await night.stop();
  });
});

test('many that ask for the first number of a day at one moment close the day once', async () => {
  await issue(counter);
  await pass(counter, day);
  await Promise.all(Array.from({ length: 10 }, () => issue(counter)));
  expect(await written()).toEqual([['ticket.cancelled', 'A101']]);
});
