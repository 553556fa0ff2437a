import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { formatPairingCode } from '../../../src-shared/text/pairing-code.ts';
import { type Branch, openBranch, type Pc } from '../../testing/lan/branch.ts';
import { openLine } from '../../testing/lan/line.ts';

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

test("with the right code both PCs know the other's key and what it says of itself", async () => {
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

test("what can't be a code is refused without asking the hub", async () => {
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
