import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeCore, type TestCore } from '../../../testing/make-core.ts';
import { countEntries, withStore } from '../../../testing/store.ts';
import { setUp, signInAs } from '../../../testing/workplace.ts';
import { entriesOfStream } from '../../ledger/entries.repo.ts';
import { attemptsOf, rememberedStrangers, saveAttempts, strangerNamed } from './attempts.repo.ts';

let counter: TestCore;
const clerk = { window: 'clerk' };
const right = { username: 'clerk', password: 'clerk-parolasi-uzun' };
const wrong = { username: 'clerk', password: 'yanlis-parola' };
const minute = 60_000;

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
  await signInAs(counter, 'clerk');
});
afterEach(() => counter.remove());

async function codeOf(answer: Promise<{ readonly ok: boolean }>): Promise<unknown> {
  const settled = await answer;
  return 'error' in settled && typeof settled.error === 'object' && settled.error && 'code' in settled.error
    ? settled.error.code
    : 'ok';
}

test('who signs in is known at that window, at the desk of the workstation', async () => {
  expect(await counter.ok('session.current', {}, clerk)).toEqual({
    user: { id: expect.any(String), username: 'clerk', displayName: 'Kişi clerk', role: 'clerk' },
    isLocked: false,
    desk: { deskCode: 'B1', deskName: 'Banko 1' },
    lockAfterMinutes: 5,
  });
  expect(await counter.ok('session.current', {}, { window: 'other' })).toMatchObject({ user: null });
});

test('a desk can be chosen, but only one that the branch has', async () => {
  const chosen = await counter.ok('session.signIn', { ...right, deskCode: 'B1' }, { window: 'two' });
  expect(chosen.desk).toEqual({ deskCode: 'B1', deskName: 'Banko 1' });
  expect(
    await counter.call('session.signIn', { ...right, deskCode: 'B9' }, { window: 'three' }),
  ).toMatchObject({
    error: {
      code: 'invalid_input',
      fields: [{ path: 'deskCode', message: 'Bu şubede böyle bir banko yok.' }],
    },
  });
});

test('a wrong password, an unknown name and a closed account are refused alike', async () => {
  const { users } = await counter.ok('user.list', {}, { window: 'admin' });
  await signInAs(counter, 'reception');
  const closed = users.find((user) => user.username === 'clerk')?.id ?? '';
  expect(await codeOf(counter.call('session.signIn', wrong, { window: 'w' }))).toBe('wrong_credentials');
  const nobody = { username: 'nobody', password: 'x' };
  expect(await codeOf(counter.call('session.signIn', nobody, { window: 'w' }))).toBe('wrong_credentials');
  await counter.ok('user.setActive', { userId: closed, isActive: false }, { window: 'admin' });
  expect(await codeOf(counter.call('session.signIn', right, { window: 'w' }))).toBe('wrong_credentials');
});

test('closing an account ends its sessions, and nobody closes their own', async () => {
  const { users } = await counter.ok('user.list', {}, { window: 'admin' });
  const idOf = (name: string) => users.find((user) => user.username === name)?.id ?? '';
  const heard: (readonly string[])[] = [];
  counter.core.onChanged(({ topics }) => heard.push(topics));
  await counter.ok('user.setActive', { userId: idOf('clerk'), isActive: false }, { window: 'admin' });
  expect(await counter.ok('session.current', {}, clerk)).toMatchObject({ user: null });
  expect(heard).toEqual([['session', 'settings']]);
  const own = { userId: idOf('yonetici'), isActive: false };
  expect(await counter.call('user.setActive', own, { window: 'admin' })).toMatchObject({
    error: { fields: [{ path: 'userId', message: 'Kendi hesabınızı kapatamazsınız.' }] },
  });
});

describe('a name that nobody has', () => {
  const names = ['clerk', 'kimse'];
  const signIn = (username: string, options = {}) =>
    codeOf(
      counter.call('session.signIn', { username, password: 'yanlis-parola' }, { window: 'w', ...options }),
    );

  /** What each name is answered by the same tries. */
  async function answersTo(tries: (username: string) => Promise<unknown>): Promise<readonly unknown[]> {
    const answers: unknown[] = [];
    for (const username of names) answers.push(await tries(username));
    return answers;
  }

  test('is refused, blocked and forgiven as one that somebody has', async () => {
    const steps = [0, 0, 0, 0, 0, 0, 0, 1, 0, 2, 0, 4, 0, 8, 0, 15, 0, 15, 0];
    const answers: unknown[][] = [];
    for (const minutes of steps) {
      counter.clock.advance(minutes * minute);
      answers.push([await signIn('clerk'), await signIn('kimse')]);
    }
    const known = answers.map(([answer]) => answer);
    expect(answers.map(([, answer]) => answer)).toEqual(known);
    expect(known.filter((code) => code === 'wrong_credentials')).toHaveLength(12);
    expect(known.filter((code) => code === 'too_many_attempts')).toHaveLength(7);
  });

  test('stays blocked over a restart, and has its waits counted on', async () => {
    const tryOften = async (username: string) => {
      for (let attempt = 1; attempt <= 6; attempt += 1) await signIn(username);
      counter = await counter.reopen();
      const answers = [await signIn(username)];
      for (const minutes of [1, 1, 1]) {
        counter.clock.advance(minutes * minute);
        answers.push(await signIn(username));
      }
      return answers;
    };
    const [known, unknown] = await answersTo(tryOften);
    expect(unknown).toEqual(known);
    expect(known).toEqual([
      'too_many_attempts',
      'wrong_credentials',
      'too_many_attempts',
      'wrong_credentials',
    ]);
  });

  test('has many tries at one moment counted each', async () => {
    const [known, unknown] = await answersTo(async (username) =>
      (await Promise.all(Array.from({ length: 9 }, () => signIn(username)))).toSorted(),
    );
    expect(unknown).toEqual(known);
  });

  test('is told by no commandId: a second name under one is refused as a second user is', async () => {
    const [known, unknown] = await answersTo(async (username) => {
      const options = { commandId: `one-intent-of-${username}` };
      return [
        await signIn(username, options),
        await signIn('baska', options),
        await signIn(username, options),
      ];
    });
    expect(unknown).toEqual(known);
    expect(known).toEqual(['wrong_credentials', 'command_reused', 'wrong_credentials']);
  });

  test('costs the store the same work, and what was typed is nowhere in it', async () => {
    const work: unknown[] = [];
    for (const username of ['clerk', 'benim-gizli-parolam']) {
      const before = await countEntries(counter);
      await signIn(username);
      work.push((await countEntries(counter)) - before);
    }
    expect(work).toEqual([1, 1]);
    const kept = await withStore(counter, ({ raw }) =>
      ['entries', 'receipts', 'strangers'].map((table) => raw.prepare(`select * from ${table}`).all()),
    );
    expect(JSON.stringify(kept)).not.toContain('benim-gizli-parolam');
  });

  test('takes bounded room: of too many the longest untried is forgotten', async () => {
    await withStore(counter, async ({ db }) => {
      const tryName = async (name: string) => {
        const guessed = await strangerNamed(db, counter.ports.ids, name);
        const { failures } = await attemptsOf(db, guessed);
        const counted = { failures: failures + 1, blockedUntil: null };
        counter.clock.advance(1);
        await db.transaction().execute((trx) => saveAttempts(trx, guessed, counted, counter.clock.now()));
        return failures + 1;
      };
      await tryName('first');
      await tryName('second');
      for (let other = 2; other < rememberedStrangers; other += 1) await tryName(`other ${other}`);
      expect(await tryName('first')).toBe(2);
      await tryName('one too many');
      expect(await tryName('first')).toBe(3);
      expect(await tryName('second')).toBe(1);
      expect(await db.selectFrom('strangers').selectAll().execute()).toHaveLength(rememberedStrangers);
    });
  });
});

describe('guessing', () => {
  const tryWrong = () => codeOf(counter.call('session.signIn', wrong, { window: 'w' }));
  const tryRight = () => codeOf(counter.call('session.signIn', right, { window: 'w' }));

  test('costs a wait from the sixth wrong answer on, and each further one a longer wait', async () => {
    for (let attempt = 1; attempt <= 6; attempt += 1) expect(await tryWrong()).toBe('wrong_credentials');
    expect(await tryRight()).toBe('too_many_attempts');
    for (const minutes of [1, 2, 4, 8, 15]) {
      counter.clock.advance(minutes * minute - 1);
      expect(await tryRight()).toBe('too_many_attempts');
      counter.clock.advance(1);
      expect(await tryWrong()).toBe('wrong_credentials');
    }
    counter.clock.advance(15 * minute);
    expect(await tryRight()).toBe('ok');
    expect(await tryWrong()).toBe('wrong_credentials');
    expect(await tryRight()).toBe('ok');
  });

  test('many passwords at one moment are counted each', async () => {
    const answers = await Promise.all(Array.from({ length: 9 }, tryWrong));
    expect(answers.filter((code) => code === 'wrong_credentials')).toHaveLength(6);
    expect(answers.filter((code) => code === 'too_many_attempts')).toHaveLength(3);
  });

  test('is remembered over a restart', async () => {
    for (let attempt = 1; attempt <= 6; attempt += 1) await tryWrong();
    counter = await counter.reopen();
    expect(await tryRight()).toBe('too_many_attempts');
  });

  test('a PIN under one commandId stays as wrong as its first answer', async () => {
    await counter.ok('session.lock', {}, clerk);
    const options = { ...clerk, commandId: 'one-intent-0001' };
    expect(await codeOf(counter.call('session.unlock', { pin: '0000' }, options))).toBe('wrong_pin');
    expect(await codeOf(counter.call('session.unlock', { pin: '1234' }, options))).toBe('wrong_pin');
    expect(await counter.ok('session.current', {}, clerk)).toMatchObject({ isLocked: true });
  });

  test('PINs of a locked screen are counted as passwords are', async () => {
    await counter.ok('session.lock', {}, clerk);
    const unlock = (pin: string) => codeOf(counter.call('session.unlock', { pin }, clerk));
    for (let attempt = 1; attempt <= 6; attempt += 1) expect(await unlock('0000')).toBe('wrong_pin');
    expect(await unlock('1234')).toBe('too_many_attempts');
    counter.clock.advance(minute);
    expect(await unlock('1234')).toBe('ok');
  });
});

test('a locked screen does nothing until the PIN is right, and another window goes on', async () => {
  await counter.ok('session.signIn', right, { window: 'two' });
  await counter.ok('session.lock', {}, clerk);
  expect(await counter.ok('session.current', {}, clerk)).toMatchObject({ isLocked: true });
  expect(await codeOf(counter.call('ticket.queue', {}, clerk))).toBe('locked');
  expect(await codeOf(counter.call('ticket.queue', {}, { window: 'two' }))).toBe('ok');
  expect(await counter.call('session.unlock', { pin: '9999' }, clerk)).toMatchObject({
    error: { code: 'wrong_pin', fields: [{ path: 'pin', message: 'PIN yanlış.' }] },
  });
  expect(await counter.ok('session.unlock', { pin: '1234' }, clerk)).toMatchObject({ isLocked: false });
  expect(await codeOf(counter.call('ticket.queue', {}, clerk))).toBe('ok');
});

describe('without a sign of life for the time of the branch', () => {
  const isLocked = async (window = 'clerk') => (await counter.ok('session.current', {}, { window })).isLocked;
  const issue = (options: object) =>
    counter.call('ticket.issue', { categoryCode: 'general', priority: false }, { ...clerk, ...options });

  test('a session is locked before the next call is judged, also after a sleep', async () => {
    counter.clock.advance(5 * minute - 1);
    expect(await isLocked()).toBe(false);
    counter.clock.advance(1);
    expect(await codeOf(issue({}))).toBe('locked');
    expect(await codeOf(counter.call('session.active', {}, clerk))).toBe('locked');
    expect(await isLocked()).toBe(true);
    expect(await counter.ok('session.unlock', { pin: '1234' }, clerk)).toMatchObject({ isLocked: false });
    counter.clock.advance(5 * minute - 1);
    expect(await codeOf(issue({}))).toBe('ok');
  });

  test('queries that a screen makes by itself keep no session open', async () => {
    for (let passed = 1; passed < 5; passed += 1) {
      counter.clock.advance(minute);
      await counter.ok('ticket.queue', {}, clerk);
      await counter.ok('session.current', {}, clerk);
    }
    counter.clock.advance(minute);
    expect(await codeOf(counter.call('ticket.queue', {}, clerk))).toBe('locked');
  });

  test('commands and told input do, each at its own window', async () => {
    await counter.ok('session.signIn', right, { window: 'two' });
    counter.clock.advance(4 * minute);
    await issue({});
    counter.clock.advance(4 * minute);
    await counter.ok('session.active', {}, clerk);
    counter.clock.advance(4 * minute);
    expect([await isLocked(), await isLocked('two')]).toEqual([false, true]);
  });

  test('also a counter that nobody calls locks by itself, tells its screens and puts it on record once', async () => {
    const { user } = await counter.ok('session.current', {}, clerk);
    counter.core.start();
    const told = new Promise<readonly string[]>((resolve) => {
      counter.core.onChanged(({ topics }) => topics.includes('session') && resolve(topics));
    });
    counter.clock.advance(5 * minute);
    expect(await told).toEqual(['session']);
    counter.clock.advance(5 * minute);
    expect(await isLocked()).toBe(true);
    const events = await withStore(counter, async ({ db }) =>
      (await entriesOfStream(db, { kind: 'audit', id: user?.id ?? '' })).map(({ payload }) => payload),
    );
    expect(events).toEqual([
      { event: 'signed_in', deskCode: 'B1' },
      { event: 'locked', deskCode: 'B1' },
    ]);
  });

  test('a clock that is set back does not keep a session open until it has caught up', async () => {
    counter.clock.advance(-60 * minute);
    expect(await isLocked()).toBe(false);
    counter.clock.advance(5 * minute);
    expect(await isLocked()).toBe(true);
  });

  test('a locked session stays locked, and one that was left stays ended', async () => {
    await counter.ok('session.signIn', right, { window: 'two' });
    await counter.ok('session.lock', {}, clerk);
    await counter.ok('session.signOut', {}, { window: 'two' });
    const before = await countEntries(counter);
    counter.clock.advance(60 * minute);
    expect(await isLocked()).toBe(true);
    expect(await counter.ok('session.current', {}, { window: 'two' })).toMatchObject({ user: null });
    expect(await countEntries(counter)).toBe(before);
  });
});

test('signing out ends one window, and leaves the others and a repeated call in peace', async () => {
  await counter.ok('session.signIn', right, { window: 'two' });
  await counter.ok('session.signOut', {}, clerk);
  await counter.ok('session.signOut', {}, clerk);
  expect(await counter.ok('session.current', {}, clerk)).toMatchObject({ user: null });
  expect(await codeOf(counter.call('session.unlock', { pin: '1234' }, clerk))).toBe('not_signed_in');
  expect(await counter.ok('session.current', {}, { window: 'two' })).toMatchObject({
    user: { username: 'clerk' },
  });
});

test('a sign-in whose answer was lost is answered alike when it is sent again', async () => {
  const options = { window: 'two', commandId: 'one-intent-0001' };
  const first = await counter.ok('session.signIn', right, options);
  expect(await counter.ok('session.signIn', right, options)).toEqual(first);
  const admin = { username: 'yonetici', password: 'yonetici-parolasi' };
  expect(await codeOf(counter.call('session.signIn', admin, { ...options, window: 'three' }))).toBe(
    'command_reused',
  );
});

test('after the program was opened again nobody is signed in', async () => {
  counter = await counter.reopen();
  expect(await counter.ok('session.current', {}, clerk)).toMatchObject({ user: null, isLocked: false });
  expect(await codeOf(counter.call('ticket.queue', {}, clerk))).toBe('not_signed_in');
});

test('each coming, going and wrong try is on record, with the desk', async () => {
  const { user } = await counter.ok('session.current', {}, clerk);
  await counter.call('session.signIn', wrong, { window: 'w' });
  await counter.ok('session.lock', {}, clerk);
  await counter.call('session.unlock', { pin: '0000' }, clerk);
  await counter.ok('session.unlock', { pin: '1234' }, clerk);
  await counter.ok('session.signOut', {}, clerk);
  const events = await withStore(counter, async ({ db }) =>
    (await entriesOfStream(db, { kind: 'audit', id: user?.id ?? '' })).map(({ actor, payload }) => ({
      actor,
      payload,
    })),
  );
  const story = ['signed_in', 'refused', 'locked', 'unlock_refused', 'unlocked', 'signed_out'];
  expect(events).toEqual(story.map((event) => ({ actor: user?.id, payload: { event, deskCode: 'B1' } })));
});
