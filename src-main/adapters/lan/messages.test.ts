import { once } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Branch, type Hub, type Link, openBranch, type Pc } from '../../testing/lan/branch.ts';
import { openRogue } from '../../testing/lan/rogue.ts';
import { maxMessageBytes } from './limits.ts';

const soon = { timeout: 20_000, interval: 10 };

let branch: Branch;
let hub: Hub;
let rogue: Pc;
let good: Link;
beforeEach(async () => {
  branch = await openBranch();
  rogue = await branch.addPc();
  const pair = await branch.openPair();
  hub = pair.hub;
  good = branch.connect(pair.client, { fingerprint: pair.fingerprint, addresses: [hub.address] });
  await vi.waitFor(() => expect(good.states).toEqual(['connected']), soon);
});
afterEach(async () => {
  // Whatever the rogue did, the other one was never cut off.
  expect(await good.connection.request('stillThere', 1, 5_000)).toEqual({ ok: true, value: 1 });
  expect(good.states).toEqual(['connected']);
  await branch.close();
});

test.each([
  ['no JSON', 'no JSON'],
  ['no object', '[]'],
  ['no number as its id', '{"id":"1","path":"a","body":null}'],
  ['an id below zero', '{"id":-1,"path":"a","body":null}'],
  ['no body', '{"id":1,"path":"a"}'],
  ['a path that is no name', '{"id":1,"path":"a b","body":null}'],
  ['too long a path', `{"id":1,"path":"${'a'.repeat(101)}","body":null}`],
  ['endless nesting', '['.repeat(1_000_000)],
])('a message with %s ends the connection of whoever sent it, and is not carried out', async (_, message) => {
  const { socket } = await openRogue(branch, rogue, hub);
  socket.send(message);
  await once(socket, 'close');
  expect(hub.asked).toEqual([]);
});

test('a binary message ends the connection', async () => {
  const { socket } = await openRogue(branch, rogue, hub);
  socket.send(Buffer.from('{"id":1,"path":"a","body":null}'));
  await once(socket, 'close');
  expect(hub.asked).toEqual([]);
});

test('a message above the limit ends the connection before it is read whole', async () => {
  const { socket } = await openRogue(branch, rogue, hub);
  socket.send(JSON.stringify({ id: 1, path: 'a', body: 'x'.repeat(maxMessageBytes) }));
  await once(socket, 'close');
  expect(hub.asked).toEqual([]);
});

test('a message below the limit is carried out, and so is its answer', async () => {
  const body = 'x'.repeat(maxMessageBytes - 1_000);
  const answer = await good.connection.request('large', body, 20_000);
  expect(answer.ok && answer.value === body).toBe(true);
});

test('an answer above the limit is a failure of that request alone', async () => {
  const large = await branch.openHub(await branch.addPc(), {
    answer: async () => 'x'.repeat(maxMessageBytes),
  });
  large.trusted.add(rogue.identity.fingerprint);
  const { fingerprint } = large.pc.identity;
  const link = branch.connect(rogue, { fingerprint, addresses: [large.address] });
  await vi.waitFor(() => expect(link.states).toEqual(['connected']), soon);
  expect(await link.connection.request('large', null, 5_000)).toEqual({
    ok: false,
    failure: { kind: 'failed' },
  });
  expect(link.states).toEqual(['connected']);
});

test('a request that the hub would not take is a bug of the caller, and thrown at it', async () => {
  const large = 'x'.repeat(maxMessageBytes);
  await expect(good.connection.request('large', large, 100)).rejects.toThrow(RangeError);
  await expect(good.connection.request('no name', null, 100)).rejects.toThrow(RangeError);
});

test('an id that is used again while its request is carried out ends the connection', async () => {
  const { promise: held, resolve: release } = Promise.withResolvers<null>();
  hub = await branch.openHub(await branch.addPc(), { answer: () => held });
  const { socket } = await openRogue(branch, rogue, hub);
  socket.send('{"id":1,"path":"a","body":1}');
  socket.send('{"id":1,"path":"a","body":2}');
  await once(socket, 'close');
  expect(hub.asked.map(({ body }) => body)).toEqual([1]);
  release(null);
});

test('what comes right behind a message of another form is not carried out', async () => {
  const { socket, wire } = await openRogue(branch, rogue, hub);
  wire.cork();
  socket.send('no JSON');
  for (let id = 0; id < 100; id += 1) socket.send(JSON.stringify({ id, path: 'a', body: null }));
  wire.uncork();
  await once(socket, 'close');
  expect(hub.asked).toEqual([]);
});
