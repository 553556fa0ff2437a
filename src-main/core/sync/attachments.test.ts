import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { AttachmentTarget } from '../../../src-shared/contract/attachment.ts';
import { gatewaySliceBytes } from '../../../src-shared/contract/gateway-attachments.ts';
import { addFile, aPdf, readFile } from '../../testing/attachments.ts';
import { type Central, startCentral } from '../../testing/sync/central.ts';
import type { Counter } from '../../testing/sync/counter.ts';
import { untilQuiet } from '../../testing/sync/evidence.ts';
import type { Fault } from '../../testing/sync/fault-proxy.ts';
import { openPair, type Pair } from '../../testing/sync/pair.ts';
import { register } from '../../testing/sync/walk-in.ts';

let central: Central;
let pair: Pair;
let one: Counter;
let two: Counter;

beforeAll(async () => {
  central = await startCentral();
  pair = await openPair(central);
  one = pair.one;
  two = pair.two;
});
afterEach(() => central.proxy.setFault(() => undefined));
afterAll(async () => {
  await pair.remove();
  await central.remove();
});

const isPut = (method: string) => method === 'PUT';

/** Lets the nth request of that method about a file run into the fault; true when it has. */
function strike(fault: Fault, method: string, nth: number): () => boolean {
  let seen = 0;
  central.proxy.setFault((asked) => {
    if (asked.method !== method || !asked.path.includes('/attachments/')) return undefined;
    seen += 1;
    return seen === nth ? fault : undefined;
  });
  return () => seen >= nth;
}

async function addTo(counter: Counter, content: Buffer) {
  const { applicationId } = await register(counter);
  const target: AttachmentTarget = { kind: 'application', applicationId };
  const added = await addFile(counter, target, { name: 'rapor.pdf', content });
  if (!added.ok) throw new Error(`The file was refused: ${added.error.code}`);
  return { applicationId, id: added.value.attachmentId };
}

/** Time passes, on the clock of the counter and on ours, until the file stands there. */
async function untilPlace(counter: Counter, applicationId: string, place: string): Promise<void> {
  let seen = '';
  for (let round = 0; round < 200; round += 1) {
    const list = await counter.call('attachment.list', { applicationId });
    seen = list.ok ? (list.value.attachments[0]?.place ?? '') : list.error.code;
    if (seen === place) return;
    await counter.exchange();
    await setTimeout(5);
  }
  throw new Error(`The file is ${seen} for good`);
}

/** Asks again while it is on its way, as the screen does. */
async function readPatiently(counter: Counter, id: string): ReturnType<typeof readFile> {
  for (let round = 0; ; round += 1) {
    const read = await readFile(counter, id);
    if (read.ok || read.error.code !== 'attachment_on_its_way' || round === 200) return read;
    await setTimeout(5);
  }
}

test('a file comes to the CRM, and from there to another PC of the branch when somebody opens it', async () => {
  const content = aPdf(2 * gatewaySliceBytes + 99);
  const { applicationId, id } = await addTo(one, content);
  await untilPlace(one, applicationId, 'at_crm');
  await untilQuiet(central, [one, two]);
  await untilPlace(two, applicationId, 'elsewhere');
  expect(await readPatiently(two, id)).toEqual({ ok: true, value: content });
  await untilPlace(two, applicationId, 'at_crm');
  central.cutLine();
  expect(await readPatiently(two, id)).toEqual({ ok: true, value: content });
  central.mendLine();
});

test.each([
  ['a slice is lost', 'drop_request', 2],
  ['the answer to a slice is lost', 'drop_reply', 2],
  ['the answer to the last slice is lost', 'drop_reply', 3],
  ['a slice comes twice', 'repeat', 1],
  ['an answer breaks off', 'cut_off', 2],
  ['the gateway fails', 'server_error', 1],
  ['the gateway asks for a pause', 'too_many', 2],
] as const)(
  'a file arrives whole when %s, and no byte is sent twice that had arrived',
  async (_what, fault, nth) => {
    const content = aPdf(2 * gatewaySliceBytes + 99);
    const hasHappened = strike(fault, 'PUT', nth);
    const before = central.proxy.asked.filter(({ method }) => isPut(method)).length;
    const { applicationId, id } = await addTo(one, content);
    await untilPlace(one, applicationId, 'at_crm');
    expect(hasHappened()).toBe(true);
    const sent = central.proxy.asked.filter(({ method }) => isPut(method)).length - before;
    // One slice more where it never arrived; where only its answer was lost, none.
    const isRepeated = fault === 'drop_request' || fault === 'server_error' || fault === 'too_many';
    expect(sent).toBe(isRepeated ? 4 : 3);
    await untilQuiet(central, [one, two]);
    expect(await readPatiently(two, id)).toEqual({ ok: true, value: content });
  },
);

test('a file goes on where it stopped after the program was ended in the middle', async () => {
  const content = aPdf(3 * gatewaySliceBytes);
  const hasHappened = strike('drop_request', 'PUT', 2);
  const { applicationId, id } = await addTo(one, content);
  await expect.poll(() => one.exchange().then(hasHappened)).toBe(true);
  await one.restart();
  await untilPlace(one, applicationId, 'at_crm');
  await untilQuiet(central, [one, two]);
  expect(await readPatiently(two, id)).toEqual({ ok: true, value: content });
});

test('a fetch that was cut goes on with what it has', async () => {
  const content = aPdf(2 * gatewaySliceBytes);
  const { applicationId, id } = await addTo(one, content);
  await untilPlace(one, applicationId, 'at_crm');
  await untilQuiet(central, [one, two]);
  strike('cut_off', 'GET', 3);
  expect(await readPatiently(two, id)).toMatchObject({ error: { code: 'attachment_elsewhere' } });
  const asked = central.proxy.asked.length;
  expect(await readPatiently(two, id)).toEqual({ ok: true, value: content });
  const again = central.proxy.asked.slice(asked).filter(({ path }) => path.includes('/content'));
  expect(again.length).toBe(8 - 2);
});

test('while the CRM is away the other PC says so in words', async () => {
  const { applicationId, id } = await addTo(one, aPdf(100));
  await untilPlace(one, applicationId, 'at_crm');
  await untilQuiet(central, [one, two]);
  central.cutLine();
  expect(await readPatiently(two, id)).toMatchObject({ error: { code: 'attachment_elsewhere' } });
  central.mendLine();
  expect(await readPatiently(two, id)).toMatchObject({ ok: true });
});

test('a withdrawal takes the bytes from every PC and from the CRM', async () => {
  const { applicationId, id } = await addTo(one, aPdf(100));
  await untilPlace(one, applicationId, 'at_crm');
  await untilQuiet(central, [one, two]);
  await readPatiently(two, id);
  await two.ok('attachment.withdraw', { attachmentId: id, reason: 'Yanlış dosya' });
  await untilQuiet(central, [one, two]);
  await untilPlace(one, applicationId, 'elsewhere');
  await untilPlace(two, applicationId, 'elsewhere');
  const left = await central
    .gateway()
    .db.selectFrom('attachment_chunks')
    .select('start')
    .where('attachment_id', '=', id)
    .execute();
  expect(left).toEqual([]);
});

test('a CRM that was restored from a backup gets the files that it has lost again', async () => {
  await untilQuiet(central, [one, two]);
  const backup = await central.backUp();
  const content = aPdf(500);
  const { applicationId, id } = await addTo(one, content);
  await untilPlace(one, applicationId, 'at_crm');
  await untilQuiet(central, [one, two]);
  await central.restore(backup);
  await untilQuiet(central, [one, two]);
  await untilPlace(one, applicationId, 'at_crm');
  expect(await readPatiently(two, id)).toEqual({ ok: true, value: content });
});

test('a PC that was restored from a backup older than a file still has the file, and sends it', async () => {
  await untilQuiet(central, [one, two]);
  const backup = await one.backUp();
  central.proxy.setFault(({ method }) => (method === 'PUT' ? 'server_error' : undefined));
  const content = aPdf(700_000);
  const { applicationId, id } = await addTo(one, content);
  await untilQuiet(central, [one, two]);
  await one.restore(backup);
  central.proxy.setFault(() => undefined);
  await untilPlace(one, applicationId, 'at_crm');
  expect(await readPatiently(two, id)).toEqual({ ok: true, value: content });
});
