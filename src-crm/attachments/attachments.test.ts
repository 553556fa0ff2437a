import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gatewaySliceBytes } from '../../src-shared/contract/gateway-attachments.ts';
import { fact } from '../../src-shared/ledger/entry-types.ts';
import { createApiKey } from '../access/api-keys.ts';
import type { Gateway } from '../create-gateway.ts';
import { rebuildProjections } from '../projections/rebuild.ts';
import { createTestCounter } from '../testing/counter.ts';
import { type DatabaseServer, databaseVarieties } from '../testing/databases.ts';
import { application, registered } from '../testing/facts.ts';
import { createTestClient, createTestClock, openTestGateway } from '../testing/gateway.ts';

const clock = createTestClock();

describe.each(databaseVarieties())('attachments on $name', ({ start }) => {
  let server: DatabaseServer;
  let gateway: Gateway;
  let own: string;
  let other: string;

  beforeAll(async () => {
    server = start();
    gateway = await openTestGateway(await server.create(), { clock });
    own = (await createApiKey(gateway.db, clock, '26')).apiKey;
    other = (await createApiKey(gateway.db, clock, '43')).apiKey;
  });
  afterAll(async () => {
    await gateway.stop();
    server.stop();
  });

  /** Its entry is at the gateway; its bytes are still to come. */
  async function announced(content: Buffer, sha256 = sha256Of(content)) {
    const counter = createTestCounter(clock);
    const stream = application();
    const id = randomUUID();
    counter.write(registered(stream));
    counter.write(
      fact(stream, 'attachment.added', {
        attachmentId: id,
        name: 'rapor.pdf',
        mediaType: 'application/pdf',
        size: content.length,
        sha256,
        description: '',
        isSpecialCategory: false,
      }),
    );
    const client = createTestClient(gateway, own);
    await client.push(counter.log, counter.entries);
    return {
      id,
      withdraw: async () => {
        counter.write(fact(stream, 'attachment.withdrawn', { attachmentId: id, reason: 'Yanlış' }));
        await client.push(counter.log, counter.entries);
      },
    };
  }

  async function ask(method: 'GET' | 'PUT', path: string, payload?: Buffer, key = own) {
    const reply = await gateway.app.inject({
      method,
      url: `/v1/attachments/${path}`,
      headers: {
        authorization: `Bearer ${key}`,
        ...(payload && { 'content-type': 'application/octet-stream' }),
      },
      ...(payload && { payload }),
    });
    const isBytes = reply.headers['content-type'] === 'application/octet-stream';
    return { status: reply.statusCode, body: isBytes ? reply.rawPayload : reply.json() };
  }

  const put = (id: string, content: Buffer, from: number, to: number, key = own) =>
    ask('PUT', `${id}?offset=${from}`, content.subarray(from, to), key);
  const read = (id: string, offset = 0, length = gatewaySliceBytes, key = own) =>
    ask('GET', `${id}/content?offset=${offset}&length=${length}`, undefined, key);

  function state(id: string, content: Buffer, received: number, isComplete = received === content.length) {
    return { status: 200, body: { id, size: content.length, received, isComplete, isWithdrawn: false } };
  }
  const refused = (status: number, code: string) => ({ status, body: { error: { code } } });

  it('takes a file slice by slice, says how far it is, and gives it back', async () => {
    const content = randomBytes(2 * gatewaySliceBytes + 100);
    const { id } = await announced(content);
    expect(await ask('GET', id)).toEqual(state(id, content, 0));
    expect(await put(id, content, 0, gatewaySliceBytes)).toEqual(state(id, content, gatewaySliceBytes));
    expect(await ask('GET', id)).toEqual(state(id, content, gatewaySliceBytes));
    expect(await read(id)).toMatchObject(refused(404, 'not_found'));
    await put(id, content, gatewaySliceBytes, 2 * gatewaySliceBytes);
    expect(await put(id, content, 2 * gatewaySliceBytes, content.length)).toEqual(
      state(id, content, content.length),
    );
    const middle = await read(id, gatewaySliceBytes - 10, 20);
    expect(middle.body).toEqual(content.subarray(gatewaySliceBytes - 10, gatewaySliceBytes + 10));
    const end = await read(id, 2 * gatewaySliceBytes);
    expect(end.body).toEqual(content.subarray(2 * gatewaySliceBytes));
  });

  it('passes over what it has, takes the rest of an overlap, and waits for what comes too early', async () => {
    const content = randomBytes(300_000);
    const { id } = await announced(content);
    expect(await put(id, content, 100_000, 200_000)).toEqual(state(id, content, 0));
    await put(id, content, 0, 100_000);
    expect(await put(id, content, 0, 100_000)).toEqual(state(id, content, 100_000));
    expect(await put(id, content, 50_000, 200_000)).toEqual(state(id, content, 200_000));
    expect(await put(id, content, 200_000, 300_000)).toEqual(state(id, content, 300_000));
    expect(await put(id, content, 0, 100_000)).toEqual(state(id, content, 300_000));
    expect((await read(id)).body).toEqual(content);
  });

  it('keeps one of two slices that come at the same moment', async () => {
    const content = randomBytes(400_000);
    const { id } = await announced(content);
    const replies = await Promise.all(
      Array.from({ length: 6 }, (_, index) => put(id, content, 0, index % 2 === 0 ? 200_000 : 400_000)),
    );
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(await ask('GET', id)).toEqual(state(id, content, 400_000));
    expect((await read(id)).body).toEqual(content);
  });

  it('drops a file whose content is another than its entry says, and takes it anew', async () => {
    const content = randomBytes(200_000);
    const { id } = await announced(content);
    const changed = Buffer.from(content).fill(0, 5, 6);
    await put(id, content[5] === 0 ? randomBytes(200_000) : changed, 0, 100_000);
    expect(await put(id, content, 100_000, 200_000)).toMatchObject(refused(422, 'wrong_content'));
    expect(await ask('GET', id)).toEqual(state(id, content, 0));
    expect(await put(id, content, 0, 200_000)).toEqual(state(id, content, 200_000));
  });

  it('takes nothing without its entry, without a key, from another branch or beyond its size', async () => {
    const content = randomBytes(100_000);
    const { id } = await announced(content);
    const stranger = randomUUID();
    expect(await ask('GET', stranger)).toMatchObject(refused(404, 'not_found'));
    expect(await put(stranger, content, 0, 100_000)).toMatchObject(refused(404, 'not_found'));
    expect(await put(id, content, 0, 100_000, 'banko_yanlisyanlisyanlisyanlis')).toMatchObject(
      refused(401, 'unknown_key'),
    );
    expect(await ask('GET', id, undefined, other)).toMatchObject(refused(403, 'other_branch'));
    expect(await put(id, content, 0, 100_000, other)).toMatchObject(refused(403, 'other_branch'));
    expect(await ask('PUT', `${id}?offset=90000`, content)).toMatchObject(refused(400, 'invalid_input'));
    expect(await ask('PUT', `${id}?offset=0`, content.subarray(0, 10))).toMatchObject(
      refused(400, 'invalid_input'),
    );
    expect(await ask('PUT', `${id}?offset=0`, randomBytes(gatewaySliceBytes + 1))).toMatchObject(
      refused(400, 'invalid_input'),
    );
    expect(await ask('PUT', id, content)).toMatchObject(refused(400, 'invalid_input'));
    expect(await ask('GET', id)).toEqual(state(id, content, 0));
    await put(id, content, 0, 100_000);
    expect(await read(id, 0, 10, other)).toMatchObject(refused(403, 'other_branch'));
  });

  it('deletes the bytes of a file that was withdrawn, and takes none', async () => {
    const content = randomBytes(100_000);
    const { id, withdraw } = await announced(content);
    await put(id, content, 0, 100_000);
    await withdraw();
    const gone = { status: 200, body: { ...state(id, content, 0).body, isWithdrawn: true } };
    expect(await ask('GET', id)).toEqual(gone);
    expect(await put(id, content, 0, 100_000)).toEqual(gone);
    expect(await read(id)).toMatchObject(refused(404, 'not_found'));
    const left = await gateway.db
      .selectFrom('attachment_chunks')
      .select('start')
      .where('attachment_id', '=', id)
      .execute();
    expect(left).toEqual([]);
  });

  it('keeps the bytes through a rebuild of what follows from the ledger', async () => {
    const content = randomBytes(100_000);
    const { id } = await announced(content);
    await put(id, content, 0, 100_000);
    await rebuildProjections(gateway.db);
    expect((await read(id)).body).toEqual(content);
  });
});

function sha256Of(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
