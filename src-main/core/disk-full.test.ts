import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeCore, type TestCore, testStoreKey } from '../testing/make-core.ts';
import { createRecordingLog } from '../testing/recording-log.ts';
import { adminSecrets, anApplication, setUp } from '../testing/workplace.ts';
import { type OpenStore, openStore } from './db/open.ts';
import { type RunningCore, storeFile, workOn } from './running-core.ts';

let counter: TestCore;
let store: OpenStore;
let core: RunningCore;
let announced: (readonly string[])[];
let intents: number;
const { log, lines } = createRecordingLog();

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
  await counter.core.stop();
  store = openStore(join(counter.dataDir, storeFile), testStoreKey);
  const options = { dataDir: counter.dataDir, ports: { ...counter.ports, log }, version: '0.0.0-test' };
  announced = [];
  intents = 0;
  core = await workOn(
    store,
    options,
    (topics) => announced.push(topics),
    () => {},
  );
  const { username, password } = adminSecrets;
  await send('session.signIn', { username, password });
});
afterEach(async () => {
  await core.stop();
  await counter.remove();
});

function send(method: string, input: unknown, commandId?: string) {
  intents += 1;
  const body = { commandId: commandId ?? `intent-of-test-${intents}`, input };
  return core.dispatch({ audience: 'staff', window: 'w' }, method, body);
}

/** SQLite's own limit is the disk's end: it says SQLITE_FULL in the middle of a transaction, as a disk would. */
function leavePages(pages: number): void {
  const used = Number(store.raw.pragma('page_count', { simple: true }));
  store.raw.pragma(`max_page_count = ${used + pages}`);
}

/** Repeats a call until the disk is full; how often it was accepted before. */
async function repeatUntilFull(call: () => ReturnType<typeof send>): Promise<number> {
  leavePages(20);
  for (let accepted = 0; ; accepted += 1) {
    const answer = await call();
    if (answer.ok) continue;
    expect(answer).toEqual({
      ok: false,
      error: { code: 'disk_full', message: 'Diskte yer kalmadı; kayıt yapılmadı. Yer açıp yeniden deneyin.' },
    });
    return accepted;
  }
}

function count(what: string): unknown {
  return store.raw.prepare(`select count(*) from ${what}`).pluck().get();
}

test('a full disk refuses a command whole, and the same command is carried out when there is space again', async () => {
  const application = anApplication({ description: 'Uzun bir anlatım. '.repeat(200) });
  const accepted = await repeatUntilFull(() => send('application.register', application));
  expect(accepted).toBeGreaterThan(0);
  expect(lines.at(-1)).toMatchObject({ level: 'error', fields: { code: 'SQLITE_FULL' } });

  const heard = announced.length;
  const commandId = 'intent-that-was-refused';
  expect(await send('application.register', application, commandId)).toMatchObject({
    error: { code: 'disk_full' },
  });
  expect(announced).toHaveLength(heard);
  await expectApplications(accepted);

  leavePages(1_000);
  expect(await send('application.register', application, commandId)).toMatchObject({
    ok: true,
    value: { applicationNo: `26-2026-01${String(accepted + 1).padStart(5, '0')}` },
  });
  await expectApplications(accepted + 1);
});

async function expectApplications(expected: number): Promise<void> {
  const everywhere = [
    'applications',
    'application_search',
    'print_jobs',
    'issued_numbers',
    "receipts where method = 'application.register'",
    "entries where type = 'application.registered'",
    "entries where type = 'sms.requested'",
  ];
  expect(everywhere.map(count)).toEqual(everywhere.map(() => expected));
  expect(await send('system.verifyLedger', {})).toMatchObject({ value: { fault: null } });
}

test('a look at a file that could not be put on record is refused, and recorded at the next try', async () => {
  await send('application.register', anApplication());
  const applicationId = store.raw.prepare('select id from applications').pluck().get();
  const look = () => send('application.get', { applicationId });
  const accepted = await repeatUntilFull(async () => {
    for (const _ of [1, 2, 3, 4]) {
      counter.clock.advance(4 * 60_000);
      await send('session.active', {});
    }
    return look();
  });
  expect(await look()).toMatchObject({ error: { code: 'disk_full' } });
  expect(count("entries where type = 'audit.viewed'")).toBe(accepted);
  leavePages(100);
  expect(await look()).toMatchObject({ ok: true });
  expect(count("entries where type = 'audit.viewed'")).toBe(accepted + 1);
});
