import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Central, startCentral } from '../../testing/sync/central.ts';
import type { Counter } from '../../testing/sync/counter.ts';
import { readStore, untilQuiet } from '../../testing/sync/evidence.ts';
import { openPair, type Pair } from '../../testing/sync/pair.ts';
import { describedIn, register } from '../../testing/sync/walk-in.ts';

let central: Central;
let pair: Pair;
let one: Counter;
let two: Counter;

beforeEach(async () => {
  central = await startCentral();
  pair = await openPair(central);
  ({ one, two } = pair);
  await untilQuiet(central, [one, two]);
});
afterEach(async () => {
  await pair.remove();
  await central.remove();
});

/** Changes, in the gateway's database, who registered that application. */
async function forge(applicationId: string): Promise<void> {
  await central
    .gateway()
    .db.updateTable('entries')
    .set({ actor: 'u-other' })
    .where('stream_id', '=', applicationId)
    .where('type', '=', 'application.registered')
    .execute();
}

async function registerForged(words: string): Promise<void> {
  const { applicationId } = await register(one, words);
  await one.exchange();
  await forge(applicationId);
}

async function noticeOf(counter: Counter) {
  const { notice, trouble } = await counter.crm();
  expect(trouble).toBe(notice?.sentence ?? null);
  return notice;
}

async function acknowledge(counter: Counter): Promise<void> {
  const at = (await counter.crm()).notice?.at ?? '';
  await counter.ok('system.acknowledgeNotice', { at });
}

test('entries of the feed that are not what was sealed are left out, counted and told, and the feed goes on', async () => {
  await registerForged('birinci');
  await registerForged('ikinci');
  await two.exchange();
  await registerForged('üçüncü');
  await register(one, 'sağlam');
  await one.exchange();
  await two.exchange();
  expect(await noticeOf(two)).toMatchObject({
    isForked: false,
    unverified: 3,
    sentence:
      'CRM’den gelen 3 kayıt, yazıldığı gibi olmadığı için alınmadı; öbür kayıtların alışverişi sürüyor. Destek ekibine bildirin.',
  });
  expect(await noticeOf(one)).toBeNull();
  await two.stop();
  expect(describedIn((await readStore(two.dataDir)).entries)).toEqual(['sağlam']);
  await two.restart();
});

test('who takes note of a notice is kept with the time; a later one is told anew, and counted from one', async () => {
  await registerForged('birinci');
  await two.exchange();
  const seen = (await noticeOf(two))?.at ?? '';
  two.clock.advance(60_000);
  await registerForged('ikinci');
  await two.exchange();
  // The screen showed the first alone.
  await two.ok('system.acknowledgeNotice', { at: seen });
  expect(await noticeOf(two)).toMatchObject({ unverified: 2 });
  await acknowledge(two);
  expect(await noticeOf(two)).toBeNull();
  await two.restart();
  expect(await noticeOf(two)).toBeNull();
  // What a start begins must not read the feed before the entry is forged.
  await two.exchange();
  await registerForged('üçüncü');
  await two.exchange();
  expect(await noticeOf(two)).toMatchObject({ unverified: 1 });
});

test('a fork and entries that do not verify are told together, and taken note of together', async () => {
  const backup = await two.backUp();
  await register(two, 'asıl');
  await untilQuiet(central, [two]);
  central.cutLine();
  await two.restore(backup);
  await register(two, 'çatalda');
  central.mendLine();
  await registerForged('bozuk');
  await untilQuiet(central, [two]);
  const notice = await noticeOf(two);
  expect(notice).toMatchObject({ isForked: true, unverified: 1 });
  expect(notice?.sentence).toMatch(/^Bu bilgisayar eski bir yedekten .* CRM’den gelen 1 kayıt, /);
  await acknowledge(two);
  expect(await noticeOf(two)).toBeNull();
});
