import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSealIntact } from '../../src-shared/ledger/chain.ts';
import type { Entry } from '../../src-shared/ledger/entry.ts';
import { fact } from '../../src-shared/ledger/entry-types.ts';
import { orderText } from '../../src-shared/ledger/reduce-destruction.ts';
import { createApiKey } from '../access/api-keys.ts';
import type { Gateway } from '../create-gateway.ts';
import type { DatabaseSource } from '../db/open.ts';
import { sha256 } from '../lib/ids.ts';
import { createTestCounter, type TestCounter } from '../testing/counter.ts';
import { type DatabaseServer, databaseVarieties } from '../testing/databases.ts';
import { application, closed, consumerRecorded, registered, smsRequested } from '../testing/facts.ts';
import { createTestClient, createTestClock, openTestGateway, type TestClient } from '../testing/gateway.ts';

const clock = createTestClock();
const marks = ['10000000146', 'Zülfikar', 'zulfikar', '+905329998877'];
const person = {
  kind: 'person',
  name: 'Zülfikar Uçankuş',
  identityNo: '10000000146',
  phone: '+905329998877',
  landline: null,
  email: null,
} as const;

describe.each(databaseVarieties())('destruction on $name', ({ start }) => {
  let server: DatabaseServer;
  let source: DatabaseSource;
  let gateway: Gateway;
  let own: TestClient;
  let other: TestClient;
  let counter: TestCounter;
  const stream = application();
  const consumerId = randomUUID();

  beforeAll(async () => {
    server = start();
    source = await server.create();
    gateway = await openTestGateway(source, { clock });
    own = createTestClient(gateway, (await createApiKey(gateway.db, clock, '26')).apiKey);
    other = createTestClient(gateway, (await createApiKey(gateway.db, clock, '43')).apiKey);
    counter = createTestCounter(clock);
    counter.write(registered(stream, { applicant: person, consumerId, description: 'Zülfikar yazdı' }));
    counter.write(smsRequested(stream, undefined, { to: person.phone, text: 'Sayın Zülfikar' }));
    counter.write(
      fact(stream, 'attachment.added', {
        ...{ attachmentId: randomUUID(), name: 'zulfikar.pdf', mediaType: 'application/pdf' },
        ...{ size: 10, sha256: 'a'.repeat(64), description: '', isSpecialCategory: false },
      }),
    );
    counter.write(closed(stream));
    counter.write(
      consumerRecorded(consumerId, { name: person.name, identityNo: person.identityNo, phone: person.phone }),
    );
    await own.push(counter.log, counter.entries);
    await gateway.sendDueSms();
  });
  afterAll(async () => {
    await gateway.stop();
    server.stop();
  });

  /** An order as a counter's authority writes it; by one person alone it is none. */
  function order(from: TestCounter, approvers: readonly string[], ids = { application: stream.id }) {
    const before = from.entries.length;
    const run = { kind: 'destruction', id: randomUUID() };
    const listed = { recordClass: 'application', kind: 'application', ids: [ids.application], before: null };
    const cards = { recordClass: 'consumer', kind: 'consumer', ids: [consumerId], before: null };
    from.write(
      fact(run, 'destruction.proposed', {
        ...{ reason: 'periodic', requestId: null, asOf: '2036-03-02T08:00:00.000Z' },
        ...{ classes: [], hasMore: false, kept: [] },
      }),
    );
    for (const listing of [listed, cards]) from.write(fact(run, 'destruction.listed', listing));
    for (const approver of approvers) from.write(fact(run, 'destruction.approved', {}), approver);
    const items = [listed, cards].map(({ ids: [id = ''], ...item }) => ({ ...item, id }));
    from.write(
      fact(run, 'destruction.carriedOut', {
        ...{ left: [], counts: [], entriesDigest: sha256(''), orderDigest: sha256(orderText(items)) },
        head: { log: from.log, seq: before, hash: 'x' },
      }),
    );
    return from.entries.slice(before);
  }

  const feed = async (): Promise<readonly Entry[]> => (await own.get('/v1/feed')).body.entries;
  const erased = async () =>
    (await feed()).filter(({ salt }) => salt === null).map(({ stream: { kind } }) => kind);

  it('obeys no order of one person, and none of another branch', async () => {
    await own.push(counter.log, order(counter, ['a', 'a']));
    const stranger = createTestCounter(clock);
    await other.push(stranger.log, order(stranger, ['a', 'b']));
    expect(await erased()).toEqual([]);
  });

  it('erases what two have approved, everywhere, and every seal still holds', async () => {
    const copy = createTestCounter(clock, counter.entries);
    await own.push(counter.log, order(counter, ['a', 'b']));
    expect(new Set(await erased())).toEqual(new Set(['application', 'consumer']));
    const written = (await feed()).filter(({ stream: { id } }) => [stream.id, consumerId].includes(id));
    expect(written.filter(({ salt }) => salt !== null)).toEqual([]);
    expect((await feed()).every((entry) => isSealIntact(entry, sha256))).toBe(true);
    for (const table of [
      'applications',
      'consumers',
      'attachments',
      'sms_outbox',
      'outbox_messages',
    ] as const)
      expect(await gateway.db.selectFrom(table).selectAll().execute()).toEqual([]);

    // Another PC of the branch had not heard of it, and one from an old backup gives back what it had.
    const late = createTestCounter(clock);
    late.write(registered(stream, { applicant: person }));
    await own.push(late.log, late.entries);
    await own.giveBack(copy.entries);
    expect((await erased()).length).toBe(written.length + 1);
    expect(await gateway.db.selectFrom('applications').selectAll().execute()).toEqual([]);
  });

  it('holds none of it in any file of the database, once the tables were written anew', async () => {
    const { rows } = await sql<{ path: string }>`select current_setting('data_directory') as path`.execute(
      gateway.db,
    );
    const folder = 'url' in source ? (rows[0]?.path ?? '') : source.folder;
    expect(await gateway.compactAfterDestruction()).toBe(true);
    expect(await gateway.compactAfterDestruction()).toBe(false);
    expect(filesWith(folder)).toEqual([]);
  });
});

/** The write-ahead log is left out: PostgreSQL writes its segments over in its own time. */
function filesWith(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => !path.includes(`${sep}pg_wal${sep}`))
    .filter((path) => marks.some((mark) => readFileSync(path).includes(mark)));
}
