import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { TroubleKind } from '../../src-shared/contract/system.ts';
import { emptyHead } from '../../src-shared/ledger/chain.ts';
import { createKeyFile } from '../adapters/key-file.ts';
import { makeCore, type TestCore, testStoreKey } from '../testing/make-core.ts';
import { slipPrinterAt } from '../testing/print/printers.ts';
import { createRecordingLog } from '../testing/recording-log.ts';
import { withStore } from '../testing/store.ts';
import { adminSecrets, anApplication, setUp } from '../testing/workplace.ts';
import { troubleSentences, waysOut } from './db/store-trouble.ts';
import type { Upstream } from './ports.ts';
import { KeyTrouble } from './ports.ts';
import { withoutAttachments } from './sync/without-attachments.ts';

let counter: TestCore;
const admin = { window: 'admin' };
const { username, password } = adminSecrets;
const otherKey = new Uint8Array(32).fill(8);
const storeOf = ({ dataDir }: TestCore) => join(dataDir, 'banko.db');

beforeEach(async () => {
  counter = await makeCore();
  await setUp(counter);
});
afterEach(() => counter.remove());

/** Stops the core, does that to its store and opens it again. */
async function meanwhile(change: () => Promise<unknown>): Promise<void> {
  await counter.core.stop();
  await change();
  counter = await counter.reopen();
}

/** Changes 16 bytes in each page, or in that one alone. */
async function damage(only?: number): Promise<void> {
  const bytes = await readFile(storeOf(counter));
  for (let page = 2; page <= bytes.length / 4_096; page += 1) {
    if (only !== undefined && only !== page) continue;
    for (let at = page * 4_096 - 2_000; at < page * 4_096 - 1_984; at += 1)
      bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
  }
  await writeFile(storeOf(counter), bytes);
}

async function damageBeginning(): Promise<void> {
  const bytes = await readFile(storeOf(counter));
  for (let at = 200; at < 216; at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0x5a;
  await writeFile(storeOf(counter), bytes);
}

function rootPageOf(index: string): Promise<number> {
  return withStore(counter, ({ raw }) =>
    Number(raw.prepare('select rootpage from sqlite_schema where name = ?').pluck().get(index)),
  );
}

const register = (times: number) =>
  Promise.all(
    Array.from({ length: times }, () => counter.ok('application.register', anApplication(), admin)),
  );

async function countOpen(): Promise<number | undefined> {
  await counter.ok('session.signIn', { username, password }, admin);
  const { counts } = await counter.ok('application.counts', {}, admin);
  return counts.find((row) => row.list === 'open')?.count;
}

describe('a store that does not open says why, and nothing else can be done', () => {
  test('with another key', async () => {
    counter = await counter.reopen({ secrets: { storeKey: async () => otherKey } });
    await expectTrouble('wrong_key_or_damaged');
  });

  test('damaged in its beginning', async () => {
    await meanwhile(damageBeginning);
    await expectTrouble('wrong_key_or_damaged');
  });

  test('damaged throughout', async () => {
    await meanwhile(() => damage());
    await expectTrouble('damaged');
  });

  test('cut off', async () => {
    await meanwhile(() => truncate(storeOf(counter), 20_000));
    await expectTrouble('damaged');
  });

  test('from a newer version', async () => {
    await withStore(counter, ({ raw }) => raw.pragma('user_version = 999'));
    counter = await counter.reopen();
    await expectTrouble('newer');
    await counter.ok('recovery.retry', {});
    await expectTrouble('newer');
  });

  test('where the place of its file is taken by a folder', async () => {
    await meanwhile(async () => {
      await rm(storeOf(counter));
      await mkdir(storeOf(counter));
    });
    await expectTrouble('unreadable');
  });

  test('where its folder cannot be made', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'banko-test-'));
    await writeFile(join(folder, 'file'), '');
    const other = await makeCore({ dataDir: join(folder, 'file', 'data') });
    expect(await other.ok('system.state', {})).toMatchObject({
      trouble: { kind: 'unreadable', backups: [] },
    });
    for (const method of ['recovery.retry', 'recovery.export'] as const)
      expect(await other.core.dispatch({ audience: 'staff', window: 'w' }, method, {})).toMatchObject(
        method === 'recovery.retry' ? { ok: true } : { error: { code: 'store_trouble' } },
      );
    await other.core.stop();
    await rm(folder, { recursive: true });
  });

  test('whose key is broken', async () => {
    const storeKey = () => Promise.reject(new KeyTrouble('Anahtar dosyası bozuk.'));
    counter = await counter.reopen({ secrets: { storeKey } });
    await expectTrouble('unusable_key', 'Anahtar dosyası bozuk.');
  });

  test('whose key is gone, and no new one is made', async () => {
    const keyFile = join(counter.dataDir, 'store.key');
    counter = await counter.reopen({ secrets: createKeyFile(keyFile) });
    await expectTrouble('unusable_key', expect.stringContaining(`Anahtar dosyası bulunamadı: ${keyFile}`));
    await counter.ok('recovery.retry', {});
    expect(await readdir(counter.dataDir)).not.toContain('store.key');
  });

  test('where something happens that nobody foresaw, under the reference that the log has', async () => {
    const { log, lines } = createRecordingLog();
    await withStore(counter, ({ raw }) => raw.exec("insert into local_settings values ('feed', '{')"));
    counter = await counter.reopen({ log });
    await expectTrouble('unexpected', expect.stringMatching(/[0-9a-f]{8} hata koduyla/));
    const { trouble } = await counter.ok('system.state', {});
    expect(lines).toEqual([
      {
        level: 'error',
        message: 'the store did not open',
        fields: {
          kind: 'unexpected',
          reference: /[0-9a-f]{8}(?= hata kodu)/.exec(trouble?.sentence ?? '')?.[0],
        },
      },
    ]);
    await withStore(counter, ({ raw }) => raw.exec("delete from local_settings where key = 'feed'"));
    counter = await counter.reopen();
    expect(await counter.ok('system.state', {})).toMatchObject({ phase: 'ready' });
  });

  async function expectTrouble(kind: TroubleKind, sentence: string = troubleSentences[kind]): Promise<void> {
    expect(await counter.ok('system.state', {})).toEqual({
      phase: 'trouble',
      trouble: { kind, sentence, ways: waysOut[kind], backups: [] },
      version: '0.0.0-test',
      branch: null,
      desk: null,
      desks: [],
      isSample: false,
      unreadable: [],
    });
    for (const method of ['ticket.callNext', 'session.current', 'system.setUp', 'no.method'])
      expect(await counter.core.dispatch({ audience: 'staff', window: 'w' }, method, {})).toMatchObject({
        error: { code: 'store_trouble' },
      });
  }
});

test('damage of the beginning is told from a wrong key by a backup that opens, and the backup is the way out', async () => {
  await register(1);
  const { file } = await counter.ok('system.backUp', {}, admin);
  await meanwhile(damageBeginning);
  expect(await counter.ok('system.state', {})).toMatchObject({
    trouble: { kind: 'damaged', ways: ['retry', 'restore', 'export'] },
  });
  await counter.ok('recovery.restore', { file });
  expect(await countOpen()).toBe(1);
});

test('a wrong key is told from damage by backups that don’t open either, and its own key is the way out', async () => {
  await register(1);
  const { file } = await counter.ok('system.backUp', {}, admin);
  let key = otherKey;
  counter = await counter.reopen({ secrets: { storeKey: async () => key } });
  expect(await counter.ok('system.state', {})).toMatchObject({
    trouble: { kind: 'wrong_key', ways: ['retry', 'export'] },
  });
  expect(await counter.call('recovery.restore', { file })).toMatchObject({
    error: { code: 'wrong_state' },
  });
  key = testStoreKey;
  await counter.ok('recovery.retry', {});
  expect(await countOpen()).toBe(1);
});

test('an update with a bug leaves the store as it was and names the backup before it, one for all tries', async () => {
  await register(2);
  // The one migration there is meets its own tables and fails.
  const ran = await withStore(counter, ({ raw }) => {
    const rows = raw.prepare('select name, timestamp from kysely_migration').raw().all();
    raw.exec('delete from kysely_migration; pragma user_version = 0');
    return rows;
  });
  counter = await counter.reopen();
  for (const _ of [1, 2, 3]) await counter.ok('recovery.retry', {});
  const [backup, ...others] = await readdir(join(counter.dataDir, 'backups'));
  expect(others).toEqual([]);
  expect(await counter.ok('system.state', {})).toMatchObject({
    trouble: {
      kind: 'update_failed',
      sentence: `${troubleSentences.update_failed} Güncellemeden önce ${backup} adlı yedek alındı.`,
      ways: ['retry', 'export'],
    },
  });
  expect(await counter.call('recovery.restore', { file: backup ?? '' })).toMatchObject({
    error: { code: 'wrong_state' },
  });

  await withStore(counter, ({ raw }) => {
    for (const row of ran) raw.prepare('insert into kysely_migration values (?, ?)').run(row);
    raw.pragma('user_version = 1');
  });
  counter = await counter.reopen();
  expect(await countOpen()).toBe(2);
});

test('a store that another Banko holds opens when that one has ended', async () => {
  await counter.core.stop();
  const script = join(import.meta.dirname, '..', 'testing', 'hold-store.ts');
  const key = Buffer.from(testStoreKey).toString('hex');
  const holder = spawn(process.execPath, [script, storeOf(counter), key], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');

  counter = await counter.reopen();
  expect(await counter.ok('system.state', {})).toMatchObject({
    phase: 'trouble',
    trouble: { kind: 'in_use' },
  });
  await counter.ok('recovery.retry', {});
  expect(await counter.ok('system.state', {})).toMatchObject({ trouble: { kind: 'in_use' } });
  for (const call of [counter.call('recovery.export', {}), counter.call('recovery.restore', { file: 'x' })])
    expect(await call).toMatchObject({ error: { code: 'wrong_state' } });
  holder.stdin.end();
  await once(holder, 'exit');

  const heard: (readonly string[])[] = [];
  counter.core.onChanged(({ topics }) => heard.push(topics));
  // A person presses twice; the second try must not find the store held by the first.
  await Promise.all([counter.ok('recovery.retry', {}), counter.ok('recovery.retry', {})]);
  expect(await counter.ok('system.state', {})).toMatchObject({ phase: 'ready', trouble: null });
  expect(heard).toEqual([['session', 'settings']]);
});

test('the recovery methods do nothing while all is well', async () => {
  for (const method of ['recovery.retry', 'recovery.export'] as const)
    expect(await counter.call(method, {})).toMatchObject({ error: { code: 'wrong_state' } });
  expect(await counter.call('recovery.restore', { file: 'x' })).toMatchObject({
    error: { code: 'wrong_state' },
  });
});

test('a backup takes the place of a damaged store, whose files are set aside, and work goes on', async () => {
  await register(3);
  const { file } = await counter.ok('system.backUp', {}, admin);
  await register(2);
  await meanwhile(() => damage());
  const damaged = await readFile(storeOf(counter));

  const { trouble } = await counter.ok('system.state', {});
  expect(trouble?.backups).toMatchObject([{ file, at: '2026-03-10T07:00:00.000Z' }]);
  for (const name of ['banko-2026.db', '../banko.db', file.toUpperCase()])
    expect(await counter.call('recovery.restore', { file: name })).toMatchObject({
      error: { code: 'invalid_input', fields: [{ path: 'file', message: 'Böyle bir yedek yok.' }] },
    });
  await counter.ok('recovery.restore', { file });

  const aside = join(counter.dataDir, 'set-aside-2026-03-10T07-00-00-000Z');
  expect(await readFile(join(aside, 'banko.db'))).toEqual(damaged);
  expect(await countOpen()).toBe(3);
  await register(1);
  expect(await countOpen()).toBe(4);
  expect(await counter.ok('system.verifyLedger', {}, admin)).toMatchObject({ fault: null });
  expect(await readdir(join(counter.dataDir, 'backups'))).toEqual([file]);
});

test('a damaged store is handed to support as it is', async () => {
  await meanwhile(() => damage());
  const { folder } = await counter.ok('recovery.export', {});
  expect(await readFile(join(folder, 'banko.db'))).toEqual(await readFile(storeOf(counter)));
});

test('damage that only work meets leads to the same screen, and a backup out of it', async () => {
  await register(5);
  const { file } = await counter.ok('system.backUp', {}, admin);
  const page = await rootPageOf('applications_open');
  await meanwhile(() => damage(page));
  expect(await counter.ok('system.state', {})).toMatchObject({ phase: 'ready' });
  const heard: (readonly string[])[] = [];
  counter.core.onChanged(({ topics }) => heard.push(topics));

  await counter.ok('session.signIn', { username, password }, admin);
  const answers = await Promise.all([1, 2].map(() => counter.call('application.counts', {}, admin)));
  for (const answer of answers)
    expect(answer).toMatchObject({ error: { code: 'store_trouble', reference: expect.any(String) } });
  expect(await counter.ok('system.state', {})).toMatchObject({
    phase: 'trouble',
    trouble: { kind: 'damaged' },
  });
  expect(heard).toContainEqual(['session', 'settings']);
  await counter.ok('recovery.restore', { file });
  expect(await countOpen()).toBe(5);
});

/** The first leaf of a table: its oldest rows. */
function firstPageOf(table: string): Promise<number> {
  return withStore(counter, ({ raw }) =>
    Number(
      raw
        .prepare("select pageno from dbstat where name = ? and pagetype = 'leaf' order by path limit 1")
        .pluck()
        .get(table),
    ),
  );
}

/** A CRM that has nothing of any log yet, so that the exchange reads what there is to send. */
function connectUpstream(): Upstream {
  const down = async () => ({ ok: false, failure: { kind: 'unreachable' } }) as const;
  const head = async (log: string) => ({ ok: true, value: emptyHead(log) }) as const;
  return {
    head,
    push: down,
    giveBack: down,
    logPage: down,
    feed: down,
    findConsumers: down,
    attachments: withoutAttachments,
    close: () => {},
  };
}

const configureCrm = () => counter.ok('crm.configure', { url: 'http://crm.ornek', apiKey: 'anahtar' }, admin);
const configurePrinter = () =>
  counter.ok('printer.configure', { change: { role: 'slip', printer: slipPrinterAt('127.0.0.1') } }, admin);

test.each([
  ['the exchange with the CRM', 'sync round failed', 'entries', configureCrm],
  ['the print pump', 'print pump failed', 'print_jobs', configurePrinter],
  ['the pruning of receipts', 'receipts were not pruned', 'receipts', async () => {}],
])(
  'damage that only %s meets, between two calls, leads to the same screen',
  async (_job, message, table, prepare) => {
    await prepare();
    await register(5);
    const { file } = await counter.ok('system.backUp', {}, admin);
    const page = await firstPageOf(table);
    await counter.core.stop();
    await damage(page);
    const { log, lines } = createRecordingLog();
    counter = await counter.reopen({ connectUpstream, log });
    expect(await counter.ok('system.state', {})).toMatchObject({ phase: 'ready' });
    const isTold = new Promise<void>((resolve) => {
      counter.core.onChanged(({ topics }) => {
        if (topics.includes('session')) resolve();
      });
    });
    counter.core.start();
    await isTold;
    expect(lines).toContainEqual(expect.objectContaining({ level: 'error', message }));
    expect(await counter.ok('system.state', {})).toMatchObject({
      phase: 'trouble',
      trouble: { kind: 'damaged' },
    });
    await counter.ok('recovery.restore', { file });
    expect(await countOpen()).toBe(5);
  },
);

test.each(['deleted', 'emptied'])(
  'a store that was %s is missed while its backups are there',
  async (how) => {
    await register(1);
    const { file } = await counter.ok('system.backUp', {}, admin);
    await meanwhile(() => (how === 'deleted' ? rm(storeOf(counter)) : writeFile(storeOf(counter), '')));
    expect(await counter.ok('system.state', {})).toMatchObject({
      phase: 'trouble',
      trouble: { kind: 'damaged', backups: [{ file }] },
    });
    await counter.ok('recovery.restore', { file });
    expect(await countOpen()).toBe(1);
  },
);
