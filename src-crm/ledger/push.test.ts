import { describe, expect, it } from 'vitest';
import { followChain, genesisHash, hashEntry } from '../../src-shared/ledger/chain.ts';
import { entrySchema } from '../../src-shared/ledger/entry.ts';
import { createApiKey, withdrawApiKey } from '../access/api-keys.ts';
import { sha256 } from '../lib/ids.ts';
import { createTestCounter } from '../testing/counter.ts';
import { databaseVarieties } from '../testing/databases.ts';
import { application, registered } from '../testing/facts.ts';
import { createTestBranch, createTestClient, createTestClock } from '../testing/gateway.ts';
import { gatewayOfSuite } from '../testing/suite.ts';

const clock = createTestClock();

function counterWith(count: number) {
  const counter = createTestCounter(clock);
  for (let made = 0; made < count; made += 1) counter.write(registered(application()));
  return counter;
}

function headOf({ log, entries }: ReturnType<typeof counterWith>, seq = entries.length) {
  return { log, seq, hash: entries[seq - 1]?.hash ?? genesisHash };
}

describe.each(databaseVarieties())('push on $name', ({ start }) => {
  const suite = gatewayOfSuite(start, clock);

  it('makes a slice durable and gives its own entries back byte for byte', async () => {
    const counter = counterWith(2);
    counter.write({
      stream: { kind: 'settings', id: 'odd' },
      type: 'settings.changed',
      version: 1,
      payload: {
        value: { quote: `"\\{}',NULL`, nul: '\0', half: '\ud800', small: 1e-7, İ: ['ı', null, true] },
      },
    });
    const reply = await suite.branch.push(counter.log, counter.entries);
    expect(reply).toEqual({ status: 200, body: { head: headOf(counter), accepted: 3 } });
    const page = await suite.branch.get(`/v1/logs/${counter.log}/entries?after=0`);
    expect(page.body).toEqual({ entries: counter.entries, head: headOf(counter) });
    const back = page.body.entries.map((entry: unknown) => entrySchema.parse(entry));
    expect(followChain({ log: counter.log, seq: 0, hash: genesisHash }, back, sha256)).toEqual({
      head: headOf(counter),
    });
  });

  it('passes over what it holds already, whole or in part', async () => {
    const counter = counterWith(5);
    await suite.branch.push(counter.log, counter.entries.slice(0, 3));
    const again = await suite.branch.push(counter.log, counter.entries.slice(0, 3));
    expect(again.body).toEqual({ head: headOf(counter, 3), accepted: 0 });
    const overlapping = await suite.branch.push(counter.log, counter.entries.slice(1));
    expect(overlapping.body).toEqual({ head: headOf(counter), accepted: 2 });
    const inside = await suite.branch.push(counter.log, counter.entries.slice(1, 2));
    expect(inside.body).toEqual({ head: headOf(counter), accepted: 0 });
  });

  it('refuses a slice that leaves a hole and tells its head', async () => {
    const counter = counterWith(4);
    await suite.branch.push(counter.log, counter.entries.slice(0, 1));
    const reply = await suite.branch.push(counter.log, counter.entries.slice(2));
    expect(reply).toMatchObject({ status: 409, body: { error: { code: 'hole', head: headOf(counter, 1) } } });
    const unknown = counterWith(2);
    const first = await suite.branch.push(unknown.log, unknown.entries.slice(1));
    expect(first.body.error).toMatchObject({ code: 'hole', head: headOf(unknown, 0) });
  });

  it('tells a fork from a repetition, at the head and below it', async () => {
    const counter = counterWith(3);
    await suite.branch.push(counter.log, counter.entries);
    for (const shared of [1, 2]) {
      const copy = createTestCounter(clock, counter.entries.slice(0, shared));
      while (copy.entries.length < 4) copy.write(registered(application()));
      const reply = await suite.branch.push(copy.log, copy.entries.slice(shared));
      expect(reply).toMatchObject({ status: 409, body: { error: { code: 'fork', head: headOf(counter) } } });
      const above = await suite.branch.push(copy.log, copy.entries.slice(3));
      expect(above).toMatchObject({ status: 409, body: { error: { code: 'fork', head: headOf(counter) } } });
    }
    expect((await suite.branch.get(`/v1/logs/${counter.log}/head`)).body).toEqual(headOf(counter));
  });

  it('refuses an altered entry whole and names its place', async () => {
    const counter = counterWith(3);
    const tampered = counter.entries.map((entry, index) =>
      index === 1 ? { ...entry, payload: { changed: true } } : entry,
    );
    const reply = await suite.branch.push(counter.log, tampered);
    expect(reply).toMatchObject({
      status: 422,
      body: { error: { code: 'broken_chain', fields: [{ path: 'entries.1' }] } },
    });
    const [first, , third] = counter.entries;
    const gapped = await suite.branch.push(
      counter.log,
      [first, third].flatMap((entry) => entry ?? []),
    );
    expect(gapped).toMatchObject({ status: 422, body: { error: { code: 'broken_chain' } } });
    expect((await suite.branch.get(`/v1/logs/${counter.log}/head`)).body.seq).toBe(0);
  });

  it('refuses an id that another log has used, and goes on taking other slices', async () => {
    const counter = counterWith(1);
    await suite.branch.push(counter.log, counter.entries);
    const thief = createTestCounter({ now: clock.now });
    const entry = thief.write(registered(application()));
    const stolen = { ...entry, id: counter.entries[0]?.id ?? '' };
    const sealed = { ...stolen, hash: hashEntry(stolen, sha256) };
    expect(await suite.branch.push(thief.log, [sealed])).toMatchObject({
      status: 422,
      body: { error: { code: 'broken_chain' } },
    });
    expect((await suite.branch.push(thief.log, [entry])).status).toBe(200);
  });

  it('stores types and versions that it does not know', async () => {
    const counter = createTestCounter(clock);
    const stream = application();
    counter.write(registered(stream));
    counter.write({ stream, type: 'drone.sent', version: 7, payload: { height: 12.5 } });
    counter.write({ stream, type: 'application.closed', version: 2_147_483_648, payload: 'kapandı' });
    expect((await suite.branch.push(counter.log, counter.entries)).body.accepted).toBe(3);
  });

  it('keeps a log with the branch that began it', async () => {
    const other = await createTestBranch(suite.gateway, '43');
    const counter = counterWith(1);
    await suite.branch.push(counter.log, counter.entries);
    for (const reply of [
      await other.push(counter.log, counter.entries),
      await other.get(`/v1/logs/${counter.log}/head`),
      await other.get(`/v1/logs/${counter.log}/entries`),
    ]) {
      expect(reply).toMatchObject({ status: 403, body: { error: { code: 'other_branch' } } });
    }
  });

  it('answers a missing, wrong or withdrawn key alike', async () => {
    const counter = counterWith(1);
    const { id, apiKey } = await createApiKey(suite.gateway.db, clock, '26');
    const withdrawn = createTestClient(suite.gateway, apiKey);
    expect((await withdrawn.push(counter.log, counter.entries)).status).toBe(200);
    expect(await withdrawApiKey(suite.gateway.db, clock, id)).toBe(true);
    const wrong = createTestClient(suite.gateway, `${apiKey.slice(0, -1)}_`);
    const replies = [
      await withdrawn.push(counter.log, counter.entries),
      await wrong.push(counter.log, counter.entries),
      await wrong.get('/v1/feed'),
      await createTestClient(suite.gateway, '').get('/v1/feed'),
    ];
    for (const reply of replies) {
      expect(reply).toEqual({
        status: 401,
        body: {
          error: { code: 'unknown_key', message: 'API anahtarı eksik, tanınmıyor ya da geri alınmış.' },
        },
      });
    }
  });

  it('names the failing paths of what is not an entry', async () => {
    const counter = counterWith(1);
    const [entry] = counter.entries;
    const url = `/v1/logs/${counter.log}/entries`;
    const { apiKey } = await createApiKey(suite.gateway.db, clock, '26');
    const inject = async (payload: object) => {
      const headers = { authorization: `Bearer ${apiKey}` };
      return (await suite.gateway.app.inject({ method: 'POST', url, headers, payload })).json().error;
    };
    expect(await inject({ entries: [{ ...entry, seq: 0, extra: 1 }] })).toMatchObject({
      code: 'invalid_input',
      fields: [{ path: 'entries.0.seq' }, { path: 'entries.0', message: 'Tanınmayan alan: extra' }],
    });
    expect(await inject({ entries: [] })).toMatchObject({ fields: [{ path: 'entries' }] });
    const odd = { ...entry, stream: { kind: '\udc00', id: 'a\0' }, type: 'x\ud800', actor: 'a\0b' };
    const paths = ['stream.kind', 'stream.id', 'type', 'actor'];
    expect(await inject({ entries: [odd] })).toMatchObject({
      fields: paths.map((path) => ({ path: `entries.0.${path}` })),
    });
  });
});
