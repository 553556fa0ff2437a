import { once } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { formatPairingCode } from '../../../src-shared/text/pairing-code.ts';
import type { LanAddress } from '../../core/lan-port.ts';
import { type Branch, openBranch, type Pc } from '../../testing/lan/branch.ts';
import { openLine } from '../../testing/lan/line.ts';
import { openMiddleman } from '../../testing/lan/middleman.ts';
import { createRecordingLog } from '../../testing/recording-log.ts';
import { converse } from './conversation.ts';
import { dial } from './dial.ts';
import { openGate, type Visitor } from './gate.ts';
import { pairWithinMs } from './limits.ts';
import {
  claimSchema,
  greetingBackSchema,
  greetingSchema,
  nonceBytes,
  pairingKey,
  proofOf,
  verdictSchema,
} from './pairing-proof.ts';

const code = 'K7M49QX201CD';
const wrongCode = { ok: false, failure: { kind: 'wrong_code' } };
const soon = { timeout: 10_000, interval: 10 };

let branch: Branch;
let pc: Pc;
let joining: Pc;
beforeEach(async () => {
  branch = await openBranch();
  [pc, joining] = await Promise.all([branch.addPc(), branch.addPc()]);
});
afterEach(() => branch.close());

test('with the right code both PCs know the other’s key and what it says of itself', async () => {
  const hub = await branch.openHub(pc, { pairingCode: () => code });
  expect(await joining.lan.pair(hub.address, code, joining.self)).toEqual({
    ok: true,
    value: { fingerprint: pc.identity.fingerprint, self: pc.self },
  });
  expect(hub.paired).toEqual([{ fingerprint: joining.identity.fingerprint, self: joining.self }]);
  expect(hub.wrongCodes()).toBe(0);
});

test('after pairing the PC comes in, and asks', async () => {
  const hub = await branch.openHub(pc, { pairingCode: () => code });
  await joining.lan.pair(hub.address, code, joining.self);
  const { fingerprint } = pc.identity;
  const link = branch.connect(joining, { fingerprint, addresses: [hub.address] });
  await vi.waitFor(() => expect(link.states).toEqual(['connected']), soon);
  expect(await link.connection.request('who', 1, 5_000)).toEqual({ ok: true, value: 1 });
});

test.each(['k7m4-9qx2-01cd', ' K7M4 9QX2 O1CD', 'K7M4–9QX2–0lcd', 'k7m49qx2oıcd'])(
  'the code is right however it is typed: %j',
  async (typed) => {
    const hub = await branch.openHub(pc, { pairingCode: () => formatPairingCode(code) });
    expect(await joining.lan.pair(hub.address, typed, joining.self)).toMatchObject({ ok: true });
  },
);

test('a wrong code is refused and counted, and nobody is trusted', async () => {
  const hub = await branch.openHub(pc, { pairingCode: () => code });
  expect(await joining.lan.pair(hub.address, 'K7M49QX201CE', joining.self)).toEqual(wrongCode);
  expect(hub.wrongCodes()).toBe(1);
  expect(hub.paired).toEqual([]);
});

test('what can’t be a code is refused without asking the hub', async () => {
  const hub = await branch.openHub(pc, { pairingCode: () => code });
  expect(await joining.lan.pair(hub.address, 'K7M4', joining.self)).toEqual(wrongCode);
  expect(hub.wrongCodes()).toBe(0);
});

test('where nobody is pairing every code is wrong, and none is counted', async () => {
  const hub = await branch.openHub(pc);
  expect(await joining.lan.pair(hub.address, code, joining.self)).toEqual(wrongCode);
  expect(hub.wrongCodes()).toBe(0);
});

test('a code that is thrown away while a PC proves it is refused, and not counted', async () => {
  let asked = 0;
  const hub = await branch.openHub(pc, {
    pairingCode: () => {
      asked += 1;
      return asked <= 2 ? code : null;
    },
  });
  expect(await joining.lan.pair(hub.address, code, joining.self)).toEqual(wrongCode);
  expect([hub.wrongCodes(), hub.paired]).toEqual([0, []]);
});

test('tries that come at once are judged one by one, so that after five wrong ones no sixth is heard', async () => {
  let current: string | null = code;
  let wrong = 0;
  const hub = await branch.openHub(pc, {
    pairingCode: () => current,
    onWrongCode: () => {
      wrong += 1;
      if (wrong === 5) current = null;
    },
  });
  const tries = Array.from({ length: 8 }, (_, n) =>
    joining.lan.pair(hub.address, `K7M49QX201A${n}`, joining.self),
  );
  for (const result of await Promise.all(tries)) expect(result).toEqual(wrongCode);
  expect(wrong).toBe(5);
});

test('a man in the middle who relays between two TLS ends is refused by the hub, who counts it', async () => {
  const hub = await branch.openHub(pc, { pairingCode: () => code });
  const middle = await openMiddleman((await branch.addPc()).identity, hub.address);
  branch.cleanUp(middle.close);
  expect(await joining.lan.pair(middle.address, code, joining.self)).toEqual(wrongCode);
  expect(hub.paired).toEqual([]);
  expect(hub.wrongCodes()).toBe(1);
});

test('a hub that takes every proof for right, without knowing the code, is not believed', async () => {
  const address = await openPretender(async ({ socket }) => {
    const talk = converse(socket, pairWithinMs);
    await talk.hear(greetingSchema);
    talk.say({ ok: true, version: 1, nonce: '0'.repeat(nonceBytes * 2) });
    const claim = await talk.hear(claimSchema);
    talk.say({ ok: true, proof: claim?.proof ?? '', self: pc.self });
  });
  expect(await joining.lan.pair(address, code, joining.self)).toEqual(wrongCode);
});

test('a proof that was good once is refused in another pairing', async () => {
  const hub = await branch.openHub(pc, { pairingCode: () => code });
  const first = await speak(hub.address);
  const keys = { joining: joining.identity.fingerprint, listening: pc.identity.fingerprint };
  const transcript = { keys, nonces: { joining: first.nonce, listening: first.nonceBack } };
  const proof = proofOf(await pairingKey(code, transcript), 'joining', transcript, joining.self);
  first.talk.say({ proof, self: joining.self });
  expect(await first.talk.hear(verdictSchema)).toMatchObject({ ok: true });
  const second = await speak(hub.address);
  second.talk.say({ proof, self: joining.self });
  expect(await second.talk.hear(verdictSchema)).toEqual({ ok: false });
  expect(hub.wrongCodes()).toBe(1);
});

test('what is said of oneself is part of the proof', async () => {
  const hub = await branch.openHub(pc, { pairingCode: () => code });
  const { talk, nonce, nonceBack } = await speak(hub.address);
  const keys = { joining: joining.identity.fingerprint, listening: pc.identity.fingerprint };
  const transcript = { keys, nonces: { joining: nonce, listening: nonceBack } };
  const proof = proofOf(await pairingKey(code, transcript), 'joining', transcript, joining.self);
  talk.say({ proof, self: { ...joining.self, workstationNo: 1 } });
  expect(await talk.hear(verdictSchema)).toEqual({ ok: false });
});

test.each([
  { version: 2, nonce: '0'.repeat(nonceBytes * 2) },
  { version: 1, nonce: 'short' },
  { version: 1 },
  'hello',
  null,
])('a greeting of another form is answered with the same no: %j', async (greeting) => {
  const hub = await branch.openHub(pc, { pairingCode: () => code });
  const talk = await open(hub.address);
  talk.say(greeting);
  expect(await talk.hear(greetingBackSchema)).toEqual({ ok: false });
  expect(hub.wrongCodes()).toBe(0);
});

test('a PC does not pair with itself, on neither side', async () => {
  const hub = await branch.openHub(pc, { pairingCode: () => code });
  expect(await pc.lan.pair(hub.address, code, pc.self)).toEqual(wrongCode);
  const talk = await open(hub.address, pc);
  talk.say({ version: 1, nonce: '0'.repeat(nonceBytes * 2) });
  expect(await talk.hear(greetingBackSchema)).toEqual({ ok: false });
  expect(hub.paired).toEqual([]);
});

test('neither side waits for ever for one that says nothing', async () => {
  const hub = await branch.openHub(pc, { pairingCode: () => code });
  const silent = await openPretender(() => undefined);
  const { socket } = await dialToPair(hub.address, joining);
  const [result] = await Promise.all([joining.lan.pair(silent, code, joining.self), once(socket, 'close')]);
  expect(result).toEqual({ ok: false, failure: { kind: 'unreachable' } });
});

test('a hub that could not keep the trust refuses, and says nothing of why', async () => {
  const hub = await branch.openHub(pc, {
    pairingCode: () => code,
    onPaired: () => Promise.reject(new Error('The store is closed')),
  });
  expect(await joining.lan.pair(hub.address, code, joining.self)).toEqual(wrongCode);
  expect(pc.logged.map(({ message }) => message)).toEqual(['lan.pair']);
});

test('a stranger can only pair while a code is shown, and ask nothing', async () => {
  const hub = await branch.openHub(pc, { pairingCode: () => code });
  const { fingerprint } = pc.identity;
  const link = branch.connect(joining, { fingerprint, addresses: [hub.address] });
  await vi.waitFor(() => expect(link.states).toEqual(['not_trusted']), soon);
  expect(hub.listener.connected()).toEqual([]);
});

test('a hub that is not there, or falls silent in the middle, is unreachable', async () => {
  const hub = await branch.openHub(pc, { pairingCode: () => code });
  const line = await openLine(hub.address);
  branch.cleanUp(line.close);
  line.freeze();
  const unreachable = { ok: false, failure: { kind: 'unreachable' } };
  expect(await joining.lan.pair(line.address, code, joining.self)).toEqual(unreachable);
  await hub.listener.close();
  expect(await joining.lan.pair(hub.address, code, joining.self)).toEqual(unreachable);
});

/** Lets everybody in to pair and does with them what it likes. */
async function openPretender(onPair: (visitor: Visitor) => void) {
  const rules = { isTrusted: () => false, isPairing: () => true, onLink: () => undefined, onPair };
  const gate = await openGate(pc.identity, 0, rules, createRecordingLog().log);
  branch.cleanUp(gate.close);
  return { host: '127.0.0.1', port: gate.port };
}

async function dialToPair(address: LanAddress, { identity }: Pc) {
  const dialled = await dial(
    { identity, address, path: '/pair', accepts: () => true },
    AbortSignal.timeout(pairWithinMs),
  );
  if (!dialled.ok) throw new Error(dialled.failure.kind);
  dialled.socket.resume();
  return dialled;
}

async function open(address: LanAddress, who = joining) {
  return converse((await dialToPair(address, who)).socket, pairWithinMs);
}

async function speak(address: LanAddress) {
  const talk = await open(address);
  const nonce = 'ab'.repeat(nonceBytes);
  talk.say({ version: 1, nonce });
  const back = await talk.hear(greetingBackSchema);
  if (!back?.ok) throw new Error('The hub refused the greeting');
  return { talk, nonce, nonceBack: back.nonce };
}
