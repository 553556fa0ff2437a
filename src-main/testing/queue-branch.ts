import { rmSync } from 'node:fs';
import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Policy } from '../../src-shared/contract/branch-settings.ts';
import type { InputOf, OutputOf } from '../../src-shared/contract/index.ts';
import type { Ticket } from '../../src-shared/contract/ticket.ts';
import { defaultPolicy } from '../core/domains/system/defaults.ts';
import { makeCore, type TestCore, type TestCoreOptions } from './make-core.ts';
import { adminSecrets, comeBack, setUp, signInAs } from './workplace.ts';

/** The windows of the branch: reception, a clerk at each of two desks, and the supervisor at a third. */
export const at = {
  reception: { window: 'reception' },
  first: { window: 'first' },
  second: { window: 'second' },
  supervisor: { window: 'supervisor' },
  admin: { window: 'admin' },
} as const;
export type At = (typeof at)[keyof typeof at];

export const queueDesks = [
  { deskCode: 'B1', deskName: 'Banko 1' },
  { deskCode: 'B2', deskName: 'Banko 2' },
  { deskCode: 'B3', deskName: 'Banko 3' },
];

const deskOfWindow = { reception: 'B1', first: 'B1', second: 'B2', supervisor: 'B3' } as const;

/** A branch with three desks and a room, and its people signed in. */
export async function openQueueBranch(options: Omit<TestCoreOptions, 'dataDir'> = {}): Promise<TestCore> {
  made ??= makeOnce();
  const dataDir = await mkdtemp(join(tmpdir(), 'banko-test-'));
  await cp(await made, dataDir, { recursive: true });
  const counter = await makeCore({ ...options, dataDir });
  await signInAll(counter);
  return counter;
}

/** Hashing everybody's secrets takes most of the time of a short test, so each test begins on a copy of one store. */
let made: Promise<string> | undefined;

async function makeOnce(): Promise<string> {
  const counter = await makeCore();
  process.once('exit', () => rmSync(counter.dataDir, { recursive: true, force: true }));
  await setUp(counter);
  await counter.ok('settings.saveDesks', { desks: queueDesks }, at.admin);
  await setPolicy(counter, {});
  const room = { roomCode: 'G1', roomName: 'Görüşme Odası 1', unit: 'Bağlantı Müdürlüğü' };
  await counter.ok('settings.saveRooms', { rooms: [room] }, at.admin);
  await signInAs(counter, 'reception');
  await signInAs(counter, 'clerk', 'first');
  await signInAs(counter, 'clerk', 'second');
  await signInAs(counter, 'supervisor');
  await counter.core.stop();
  return counter.dataDir;
}

/** Everybody at the desk of theirs; as after a restart. */
export async function signInAll(counter: TestCore): Promise<void> {
  const { username, password } = adminSecrets;
  await Promise.all([
    counter.ok('session.signIn', { username, password }, at.admin),
    ...Object.entries(deskOfWindow).map(([window, deskCode]) => {
      const person = { username: window, password: `${window}-parolasi-uzun`, deskCode };
      return counter.ok('session.signIn', person, { window });
    }),
  ]);
}

/** Time passes, forwards or back; whose screen has locked itself meanwhile types the PIN. */
export async function pass(counter: TestCore, millis: number): Promise<void> {
  counter.clock.advance(millis);
  for (const { window } of Object.values(at)) {
    const { isLocked } = await counter.ok('session.current', {}, { window });
    if (isLocked) await comeBack(counter, window);
  }
}

export const passUntil = (counter: TestCore, iso: string): Promise<void> =>
  pass(counter, Date.parse(iso) - counter.clock.now());

/** The longest there is: what is tested here is the queue, not the lock of a screen. */
const lockAfterMinutes = 120;

export async function setPolicy(counter: TestCore, changes: Partial<Policy>): Promise<void> {
  await counter.ok(
    'settings.savePolicy',
    { policy: { ...defaultPolicy, lockAfterMinutes, ...changes } },
    at.admin,
  );
}

type CategoryInput = InputOf<'settings.saveCategories'>['categories'][number];

/** Changes one category as an administrator would, the others stay as they are. */
export async function setCategory(
  counter: TestCore,
  code: string,
  changes: Partial<CategoryInput>,
): Promise<void> {
  const { categories } = await counter.ok('settings.get', {}, at.admin);
  const next = (categories ?? []).map((known) => (known.code === code ? { ...known, ...changes } : known));
  await counter.ok('settings.saveCategories', { categories: next }, at.admin);
}

export async function issue(counter: TestCore, categoryCode = 'general', priority = false): Promise<Ticket> {
  return (await counter.ok('ticket.issue', { categoryCode, priority }, at.reception)).ticket;
}

export const queueOf = (counter: TestCore, window: At): Promise<OutputOf<'ticket.queue'>> =>
  counter.ok('ticket.queue', {}, window);
