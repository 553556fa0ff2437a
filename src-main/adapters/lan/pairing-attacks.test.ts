import { once } from 'node:events';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Branch, openBranch, type Pc } from '../../testing/lan/branch.ts';
import { openMiddleman } from '../../testing/lan/middleman.ts';
import { dialToPair, greet, openPretender, talkTo } from '../../testing/lan/pairing-talk.ts';
import { converse } from './conversation.ts';
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

let branch: Branch;
let pc: Pc;
let joining: Pc;
beforeEach(async () => {
  branch = await openBranch();
  [pc, joining] = await Promise.all([branch.addPc(), branch.addPc()]);
});
afterEach(() => branch.close());

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
  const address = await openPretender(branch, pc, async ({ socket }) => {
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
  const first = await greet(joining, hub.address);
  const keys = { joining: joining.identity.fingerprint, listening: pc.identity.fingerprint };
  const transcript = { keys, nonces: { joining: first.nonce, listening: first.nonceBack } };
  const proof = proofOf(await pairingKey(code, transcript), 'joining', transcript, joining.self);
  first.talk.say({ proof, self: joining.self });
  expect(await first.talk.hear(verdictSchema)).toMatchObject({ ok: true });
  const second = await greet(joining, hub.address);
  second.talk.say({ proof, self: joining.self });
  expect(await second.talk.hear(verdictSchema)).toEqual({ ok: false });
  expect(hub.wrongCodes()).toBe(1);
});

test('what is said of oneself is part of the proof', async () => {
  const hub = await branch.openHub(pc, { pairingCode: () => code });
  const { talk, nonce, nonceBack } = await greet(joining, hub.address);
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
  const talk = await talkTo(joining, hub.address);
  talk.say(greeting);
  expect(await talk.hear(greetingBackSchema)).toEqual({ ok: false });
  expect(hub.wrongCodes()).toBe(0);
});

test('a PC does not pair with itself, on neither side', async () => {
  const hub = await branch.openHub(pc, { pairingCode: () => code });
  expect(await pc.lan.pair(hub.address, code, pc.self)).toEqual(wrongCode);
  const talk = await talkTo(pc, hub.address);
  talk.say({ version: 1, nonce: '0'.repeat(nonceBytes * 2) });
  expect(await talk.hear(greetingBackSchema)).toEqual({ ok: false });
  expect(hub.paired).toEqual([]);
});

test('neither side waits for ever for one that says nothing', async () => {
  const hub = await branch.openHub(pc, { pairingCode: () => code });
  const silent = await openPretender(branch, pc, () => undefined);
  const { socket } = await dialToPair(joining, hub.address);
  const [result] = await Promise.all([joining.lan.pair(silent, code, joining.self), once(socket, 'close')]);
  expect(result).toEqual({ ok: false, failure: { kind: 'unreachable' } });
});
