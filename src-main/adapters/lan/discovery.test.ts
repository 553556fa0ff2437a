import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createRecordingLog } from '../../testing/recording-log.ts';
import { createDiscovery, type Discovery } from './discovery.ts';

const loopback = '127.0.0.1';
const mdns = { port: 5353, group: '224.0.0.251' } as const;
const lookMs = 1_500;
const self = { branchCode: '26', workstationNo: 3, name: 'Gişe 3' };

const undos: (() => unknown)[] = [];
let hasMulticast = false;
beforeEach(async () => {
  hasMulticast = await canHearItself();
});
afterEach(async () => {
  for (const undo of undos.splice(0).reverse()) await undo();
});

function pcWith(key: string): Discovery {
  return createDiscovery(async () => key.repeat(32), createRecordingLog().log, loopback);
}

/** Some places have no multicast; there nothing is found, and that is all that can be asked. */
async function canHearItself(): Promise<boolean> {
  const socket = createSocket({ type: 'udp4', reuseAddr: true });
  try {
    const heard = once(socket, 'message', { signal: AbortSignal.timeout(1_000) });
    heard.catch(() => undefined);
    await bindTo(socket);
    socket.send('hello', mdns.port, mdns.group);
    await heard;
    return true;
  } catch {
    return false;
  } finally {
    socket.close();
  }
}

async function bindTo(socket: Socket): Promise<void> {
  socket.bind(mdns.port);
  await once(socket, 'listening');
  socket.addMembership(mdns.group, loopback);
  socket.setMulticastInterface(loopback);
}

test('a hub that says where it is gets found by another PC, and by itself not', async () => {
  const [hub, other] = [pcWith('ab'), pcWith('cd')];
  undos.push(await hub.advertise(self, 4711));
  const [byOther, byItself] = await Promise.all([other.find(lookMs), hub.find(lookMs)]);
  const found = byOther.map(({ address: { port }, ...hub }) => ({ ...hub, port }));
  expect(found).toEqual(hasMulticast ? [{ self, fingerprint: 'ab'.repeat(32), port: 4711 }] : []);
  expect(byItself).toEqual([]);
});

test('a hub that has stopped saying so is not found any more', async () => {
  const [hub, other] = [pcWith('ab'), pcWith('cd')];
  const stop = await hub.advertise(self, 4711);
  await stop();
  expect(await other.find(lookMs)).toEqual([]);
});

test('where there is no multicast nothing is found, and nothing is thrown', async () => {
  const nowhere = createDiscovery(async () => 'ab'.repeat(32), createRecordingLog().log, '192.0.2.77');
  const stop = await nowhere.advertise(self, 4711);
  expect(await nowhere.find(200)).toEqual([]);
  await stop();
});

test('where the port of mDNS is taken nothing is found, and the log says why', async () => {
  const taken = createSocket({ type: 'udp4' });
  taken.bind(mdns.port);
  const isMine = await once(taken, 'listening').then(
    () => true,
    () => false,
  );
  undos.push(() => (isMine ? taken.close() : undefined));
  const { log, lines } = createRecordingLog();
  const pc = createDiscovery(async () => 'ab'.repeat(32), log, loopback);
  const stop = await pc.advertise(self, 4711);
  expect(await pc.find(100)).toEqual([]);
  await stop();
  if (isMine)
    expect(lines.map(({ fields }) => fields)).toEqual([{ code: 'EADDRINUSE' }, { code: 'EADDRINUSE' }]);
});
