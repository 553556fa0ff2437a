import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { FeedPage } from '../../src-shared/contract/gateway.ts';
import { fact } from '../../src-shared/ledger/entry-types.ts';
import { createTestCounter } from '../testing/counter.ts';
import { databaseVarieties } from '../testing/databases.ts';
import { application, consumerRecorded, registered } from '../testing/facts.ts';
import { createTestBranch, createTestClock, type TestClient } from '../testing/gateway.ts';
import { gatewayOfSuite } from '../testing/suite.ts';

const clock = createTestClock();

function counterWith(count: number) {
  const counter = createTestCounter(clock);
  for (let made = 0; made < count; made += 1) counter.write(registered(application()));
  return counter;
}

async function pullAll(branch: TestClient, query = ''): Promise<FeedPage['entries']> {
  const entries: FeedPage['entries'] = [];
  for (let after = ''; ; ) {
    const page: FeedPage = (await branch.get(`/v1/feed?after=${after}&limit=7${query}`)).body;
    entries.push(...page.entries);
    if (!page.hasMore) return entries;
    after = page.next;
  }
}

describe.each(databaseVarieties())('feed and look-ups on $name', ({ start }) => {
  const suite = gatewayOfSuite(start, clock);

  it('misses nothing and repeats nothing for a reader that polls while counters push at once', async () => {
    const branch = await createTestBranch(suite.gateway, 'F1');
    const counters = Array.from({ length: 6 }, () => counterWith(40));
    const seen: FeedPage['entries'] = [];
    let after = '';
    async function poll(): Promise<void> {
      const page: FeedPage = (await branch.get(`/v1/feed?after=${after}&limit=13`)).body;
      seen.push(...page.entries);
      expect(page.isRestart).toBe(false);
      after = page.next;
    }
    let isPushing = true;
    const pushes = Promise.all(
      counters.map(async (counter) => {
        for (let from = 0; from < 40; from += 5)
          expect((await branch.push(counter.log, counter.entries.slice(from, from + 5))).status).toBe(200);
      }),
    ).finally(() => {
      isPushing = false;
    });
    while (isPushing) {
      await poll();
      // PGlite answers without ever leaving the microtask queue, and the pushes would not get their turn.
      await setImmediate();
    }
    await pushes;
    for (let before = '-'; before !== after; ) {
      before = after;
      await poll();
    }
    for (const counter of counters) {
      const own = seen.filter((entry) => entry.log === counter.log);
      expect(own).toEqual(counter.entries);
    }
    expect(seen).toHaveLength(240);
  });

  it('gives a branch its own entries only, without those of the asking counter', async () => {
    const branch = await createTestBranch(suite.gateway, 'F2');
    const other = await createTestBranch(suite.gateway, 'F3');
    const [mine, colleague, stranger] = [counterWith(9), counterWith(10), counterWith(3)];
    await branch.push(mine.log, mine.entries);
    await branch.push(colleague.log, colleague.entries);
    await other.push(stranger.log, stranger.entries);
    const all = await pullAll(branch);
    expect(all).toEqual([...mine.entries, ...colleague.entries]);
    const foreign = await pullAll(branch, `&exceptLog=${mine.log}`);
    expect(foreign).toEqual(colleague.entries);
  });

  it('stands still where nothing came, and passes over what the caller left out', async () => {
    const branch = await createTestBranch(suite.gateway, 'F4');
    const nothing = { entries: [], next: '', hasMore: false, isRestart: false };
    expect((await branch.get('/v1/feed')).body).toEqual(nothing);
    const mine = counterWith(2);
    await branch.push(mine.log, mine.entries);
    const { next } = (await branch.get('/v1/feed')).body;
    expect(next).not.toBe('');
    const passed = await branch.get(`/v1/feed?exceptLog=${mine.log}`);
    expect(passed.body).toEqual({ ...nothing, next });
    expect((await branch.get(`/v1/feed?after=${next}`)).body).toEqual({ ...nothing, next });
  });

  it.each(['12.0123456789abcdef', '999999999999999.0123456789abcdef', 'x', '0'])(
    'begins again for a cursor that it has not given: %s',
    async (cursor) => {
      const branch = await createTestBranch(suite.gateway, `F4-${cursor}`);
      const mine = counterWith(2);
      await branch.push(mine.log, mine.entries);
      const first: FeedPage = (await branch.get('/v1/feed')).body;
      expect((await branch.get(`/v1/feed?after=${cursor}`)).body).toEqual({ ...first, isRestart: true });
    },
  );

  it('does not take the cursor of another branch for its own', async () => {
    const [mine, other] = [
      await createTestBranch(suite.gateway, 'F9'),
      await createTestBranch(suite.gateway, 'F10'),
    ];
    const counter = counterWith(1);
    await other.push(counter.log, counter.entries);
    const { next } = (await other.get('/v1/feed')).body;
    expect((await mine.get(`/v1/feed?after=${next}`)).body).toEqual({
      ...{ entries: [], next: '', hasMore: false, isRestart: true },
    });
  });

  it('refuses a page that is too large or a log that is no UUID', async () => {
    const branch = await createTestBranch(suite.gateway, 'F5');
    expect((await branch.get('/v1/feed?limit=501')).body.error).toMatchObject({
      code: 'invalid_input',
      fields: [{ path: 'limit' }],
    });
    expect((await branch.get('/v1/logs/deneme/head')).body.error.fields).toMatchObject([{ path: 'log' }]);
  });

  it('finds a consumer by identity number, phone, installation or beginnings of a name', async () => {
    const branch = await createTestBranch(suite.gateway, 'F6');
    const counter = createTestCounter(clock);
    const fresh = { name: 'İbrahim Çağlayangil', phone: '+905559998877', installations: ['7000000001'] };
    const older = consumerRecorded('c-1', { name: 'Eski Ad', phone: '+905550000000', identityNo: null });
    counter.write(older);
    counter.write(consumerRecorded('c-1', { ...fresh, identityNo: '20000000046' }));
    await branch.push(counter.log, counter.entries);
    const card = {
      ...fresh,
      id: 'c-1',
      kind: 'person',
      identityNo: '20000000046',
      email: null,
      premises: null,
    };
    for (const query of ['20000000046', '0555 999 88 77', '7000000001', 'CAGLAYAN ibra']) {
      const reply = await branch.get(`/v1/consumers?query=${encodeURIComponent(query)}`);
      expect(reply.body).toEqual({ consumers: [card] });
    }
    for (const query of ['Eski', '0555 000 00 00', "' | ! &", ':*'])
      expect((await branch.get(`/v1/consumers?query=${encodeURIComponent(query)}`)).body).toEqual({
        consumers: [],
      });
  });

  it('lets the latest card stand in whatever order two counters push theirs', async () => {
    const branch = await createTestBranch(suite.gateway, 'F7');
    const [early, late] = [createTestCounter(clock), createTestCounter(clock)];
    early.write(consumerRecorded('c-2', { name: 'Önceki Soyad' }));
    clock.forward(1000);
    late.write(consumerRecorded('c-2', { name: 'Sonraki Soyad' }));
    await branch.push(late.log, late.entries);
    await branch.push(early.log, early.entries);
    const found = await branch.get('/v1/consumers?query=soyad');
    expect(found.body.consumers).toMatchObject([{ id: 'c-2', name: 'Sonraki Soyad' }]);
  });

  it('stores a registration whose texts hold what PostgreSQL cannot, and shows them without it', async () => {
    const branch = await createTestBranch(suite.gateway, 'F8');
    const counter = createTestCounter(clock);
    const stream = application('odd-1');
    counter.write(registered(stream, { applicationNo: 'A\0B\ud800', description: '\0' }));
    counter.write(fact(stream, 'application.routed', { teamCode: 't\0', teamName: '\udc00', note: 'a\0b' }));
    expect((await branch.push(counter.log, counter.entries)).status).toBe(200);
    expect(await pullAll(branch)).toEqual(counter.entries);
    const row = await suite.gateway.db
      .selectFrom('applications')
      .select(['application_no', 'team_code'])
      .where('id', '=', 'odd-1')
      .executeTakeFirst();
    expect(row).toEqual({ application_no: 'AB\ufffd', team_code: 't' });
  });

  it('answers health without a key and describes itself in OpenAPI', async () => {
    const health = await suite.gateway.app.inject({ url: '/health' });
    expect(health.json()).toMatchObject({ status: 'ok', database: suite.gateway.databaseKind });
    const api = await suite.gateway.app.inject({ url: '/openapi.json' });
    expect(Object.keys(api.json().paths)).toEqual([
      '/v1/logs/{log}/entries',
      '/v1/returned',
      '/v1/logs/{log}/head',
      '/v1/feed',
      '/v1/consumers',
      '/v1/applications',
      '/v1/catalogue',
      '/v1/attachments/{id}',
      '/v1/attachments/{id}/content',
      '/health',
    ]);
    const missing = await suite.gateway.app.inject({ url: '/v2/none' });
    expect(missing.json().error.code).toBe('not_found');
  });
});
