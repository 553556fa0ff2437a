import { converse } from '../../adapters/lan/conversation.ts';
import { dial } from '../../adapters/lan/dial.ts';
import { openGate, type Visitor } from '../../adapters/lan/gate.ts';
import { pairWithinMs } from '../../adapters/lan/limits.ts';
import { greetingBackSchema, nonceBytes } from '../../adapters/lan/pairing-proof.ts';
import type { LanAddress } from '../../core/lan-port.ts';
import { createRecordingLog } from '../recording-log.ts';
import type { Branch, Pc } from './branch.ts';

/** A hub that lets everybody in to pair and does with them what it likes. */
export async function openPretender(
  branch: Branch,
  { identity }: Pc,
  onPair: (visitor: Visitor) => void,
): Promise<LanAddress> {
  const rules = { isTrusted: () => false, isPairing: () => true, onLink: () => undefined, onPair };
  const gate = await openGate(identity, 0, rules, createRecordingLog().log);
  branch.cleanUp(gate.close);
  return { host: '127.0.0.1', port: gate.port };
}

export async function dialToPair({ identity }: Pc, address: LanAddress) {
  const dialled = await dial(
    { identity, address, path: '/pair', accepts: () => true },
    AbortSignal.timeout(pairWithinMs),
  );
  if (!dialled.ok) throw new Error(dialled.failure.kind);
  dialled.socket.resume();
  return dialled;
}

/** A PC that says in a pairing what it likes. */
export async function talkTo(pc: Pc, address: LanAddress) {
  return converse((await dialToPair(pc, address)).socket, pairWithinMs);
}

/** As far as the proof, with a nonce that is always the same. */
export async function greet(pc: Pc, address: LanAddress) {
  const talk = await talkTo(pc, address);
  const nonce = 'ab'.repeat(nonceBytes);
  talk.say({ version: 1, nonce });
  const back = await talk.hear(greetingBackSchema);
  if (!back?.ok) throw new Error('The hub refused the greeting');
  return { talk, nonce, nonceBack: back.nonce };
}
