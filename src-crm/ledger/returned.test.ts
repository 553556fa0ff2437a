import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { maxBatch } from '../../src-shared/contract/gateway.ts';
import { hashEntry } from '../../src-shared/ledger/chain.ts';
import type { Entry, Stream } from '../../src-shared/ledger/entry.ts';
import type { Gateway } from '../create-gateway.ts';
import { sha256 } from '../lib/ids.ts';
import { actAsTeam } from '../team/team-actions.ts';
import { createTestCounter, type TestCounter } from '../testing/counter.ts';
import { type DatabaseServer, databaseVarieties } from '../testing/databases.ts';
import { application, closed, registered, routed, smsReported, smsRequested } from '../testing/facts.ts';
import { createTestBranch, createTestClock, openTestGateway, type TestClient } from '../testing/gateway.ts';

const ayse = { username: 'ayse', displayName: 'Ayşe Demir', role: 'team', teamCode: 'AYD' } as const;

describe.each(databaseVarieties())('returned entries on $name', ({ start }) => {
  const clock = createTestClock();
  let server: DatabaseServer;
  let gateway: Gateway;
  let branch: TestClient;
  let other: TestClient;

  beforeAll(() => {
    server = start();
  });
  beforeEach(async () => {
    gateway = await openTestGateway(await server.create(), { clock });
    branch = await createTestBranch(gateway, '26');
    other = await createTestBranch(gateway, '43');
    return () => gateway.stop();
  });
  afterAll(() => server.stop());

  function counterWith(stream: Stream): TestCounter {
    const counter = createTestCounter(clock);
    counter.write(registered(stream));
    counter.write(routed(stream));
    return counter;
  }

  async function feedOf(client: TestClient): Promise<readonly Entry[]> {
    return (await client.get('/v1/feed')).body.entries;
  }

  async function giveBack(entries: readonly Entry[], client = branch): Promise<number> {
    const { status, body } = await client.giveBack(entries);
    expect(status).toBe(200);
    return body.taken;
  }

  function headOf({ log, entries }: TestCounter) {
    return { log, seq: entries.length, hash: entries.at(-1)?.hash };
  }

  async function statusOf({ id }: Stream): Promise<string | undefined> {
    const row = await gateway.db
      .selectFrom('applications')
      .select('status')
      .where('id', '=', id)
      .executeTakeFirst();
    return row?.status;
  }

  it('gives a team its answer back that the gateway itself had written and forgotten', async () => {
    const stream = application();
    const counter = counterWith(stream);
    const forgetful = await openTestGateway(await server.create(), { clock });
    const before = await createTestBranch(forgetful, '26');
    await before.push(counter.log, counter.entries);
    expect(await actAsTeam(forgetful, ayse, stream.id, { kind: 'take' })).toBe('done');
    expect(await actAsTeam(forgetful, ayse, stream.id, { kind: 'answer', text: 'Hat onarıldı' })).toBe(
      'done',
    );
    const written = (await feedOf(before)).filter(({ log }) => log !== counter.log);
    await forgetful.stop();

    expect(await giveBack(written.toReversed())).toBe(2);
    expect(await statusOf(stream)).toBeUndefined();
    await branch.push(counter.log, counter.entries);
    expect(await statusOf(stream)).toBe('answered_by_team');
    expect((await feedOf(branch)).filter(({ log }) => log !== counter.log)).toEqual(written);
  });

  it('keeps each entry once, however often and in whatever order it is returned', async () => {
    const stream = application();
    const { entries } = counterWith(stream);
    const newestFirst = entries.toReversed();
    expect(await giveBack([...newestFirst, ...newestFirst])).toBe(2);
    expect(await giveBack(newestFirst)).toBe(0);
    expect(await giveBack(newestFirst, other)).toBe(0);
    expect(await feedOf(branch)).toEqual(entries);
    expect(await feedOf(other)).toEqual([]);
    expect(await statusOf(stream)).toBe('routed');
  });

  it('passes over an entry that is not what its writer sealed, and takes the others', async () => {
    const [first, second] = counterWith(application()).entries;
    if (first === undefined || second === undefined) throw new Error('Two were written');
    const forged = { ...second, actor: 'u-other' };
    const resaid = { ...second, payload: { teamCode: 'KES', teamName: 'Kesinti', note: '' } };
    expect(await giveBack([forged, first, resaid])).toBe(1);
    expect(await feedOf(branch)).toEqual([first]);
  });

  it('takes an erased entry by the digest that it kept', async () => {
    const [first] = counterWith(application()).entries;
    if (first === undefined) throw new Error('One was written');
    expect(await giveBack([{ ...first, payload: null, salt: null }])).toBe(1);
  });

  it('passes over what belongs to another branch: its logs, its applications and its tickets', async () => {
    const [stream, ticket] = [application(), { kind: 'ticket', id: 't-43' }];
    const theirs = counterWith(stream);
    theirs.write({ stream: ticket, type: 'ticket.waited', version: 1, payload: {} });
    await other.push(theirs.log, theirs.entries);
    theirs.write(closed(application()));
    const stranger = createTestCounter(clock);
    stranger.write(closed(stream));
    stranger.write({ stream: ticket, type: 'ticket.waited', version: 1, payload: {} });
    const settings = stranger.write({
      stream: { kind: 'settings', id: 'branch' },
      type: 'settings.changed',
      version: 1,
      payload: { value: 1 },
    });
    expect(await giveBack([...theirs.entries.slice(-1), ...stranger.entries])).toBe(1);
    expect(await feedOf(branch)).toEqual([settings]);
    expect(await statusOf(stream)).toBe('routed');
  });

  it('leaves a place in a log, and an id, to the entry that has it', async () => {
    const counter = counterWith(application());
    await branch.push(counter.log, counter.entries);
    const copy = createTestCounter(clock, counter.entries.slice(0, 1));
    const samePlace = copy.write(closed(application()));
    const [first] = counter.entries;
    const moved = { ...samePlace, log: crypto.randomUUID(), id: first?.id ?? '' };
    const sameId = { ...moved, hash: hashEntry(moved, sha256) };
    expect(await giveBack([samePlace, sameId])).toBe(0);
    expect(await feedOf(branch)).toEqual(counter.entries);
  });

  it('goes on in a log over what was returned of it, with and without a hole', async () => {
    const counter = createTestCounter(clock);
    for (let made = 0; made < 8; made += 1) counter.write(registered(application()));
    const all = counter.entries;
    await branch.push(counter.log, all.slice(0, 2));
    expect(await giveBack(all.slice(5, 7))).toBe(2);
    expect((await branch.get(`/v1/logs/${counter.log}/head`)).body.seq).toBe(2);
    expect(await giveBack(all.slice(2, 4))).toBe(2);
    expect((await branch.get(`/v1/logs/${counter.log}/head`)).body.seq).toBe(4);
    const page = await branch.get(`/v1/logs/${counter.log}/entries?after=1`);
    expect(page.body.entries).toEqual(all.slice(1, 4));

    expect((await branch.push(counter.log, all.slice(2))).body).toEqual({
      head: headOf(counter),
      accepted: 2,
    });
    expect((await feedOf(branch)).toSorted((a, b) => a.seq - b.seq)).toEqual(all);
  });

  it('tells a fork where a counter goes on differently from what was returned of its log', async () => {
    const counter = counterWith(application());
    counter.write(closed(application()));
    expect(await giveBack(counter.entries)).toBe(3);
    const restored = createTestCounter(clock, counter.entries.slice(0, 1));
    restored.write(registered(application()));
    expect(await branch.push(restored.log, restored.entries)).toMatchObject({
      status: 409,
      body: { error: { code: 'fork', head: headOf(counter) } },
    });
  });

  it('does not send an SMS whose report was returned before or after its request, and shows it once', async () => {
    const [early, late] = [application(), application()];
    const counter = createTestCounter(clock);
    counter.write(registered(early));
    counter.write(smsRequested(early, 'early'));
    counter.write(registered(late));
    counter.write(smsRequested(late, 'late'));
    const lost = createTestCounter(clock);
    const earlyReport = lost.write(smsReported(early, 'early', 'delivered'));
    const lateReport = lost.write(smsReported(late, 'late', 'accepted'));

    expect(await giveBack([earlyReport])).toBe(1);
    await branch.push(counter.log, counter.entries);
    expect(await giveBack([lateReport])).toBe(1);
    await gateway.sendDueSms();
    expect(await gateway.db.selectFrom('outbox_messages').selectAll().execute()).toEqual([]);
    const rows = await gateway.db
      .selectFrom('sms_outbox')
      .select(['sms_id', 'state', 'next_try_at'])
      .orderBy('sms_id')
      .execute();
    expect(rows).toEqual([
      { sms_id: 'early', state: 'delivered', next_try_at: null },
      { sms_id: 'late', state: 'accepted', next_try_at: null },
    ]);
  });

  it('takes a full batch at once, and refuses more', async () => {
    const counter = createTestCounter(clock);
    for (let made = 0; made <= maxBatch; made += 1) counter.write(registered(application()));
    expect((await branch.giveBack(counter.entries)).body.error).toMatchObject({
      code: 'invalid_input',
      fields: [{ path: 'entries' }],
    });
    expect(await giveBack(counter.entries.slice(1))).toBe(maxBatch);
  });
});
