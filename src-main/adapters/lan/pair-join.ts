import { randomBytes } from 'node:crypto';
import { parsePairingCode } from '../../../src-shared/text/pairing-code.ts';
import type { Lan, LanAddress, LanSelf } from '../../core/lan-port.ts';
import { type Conversation, converse } from './conversation.ts';
import { dial } from './dial.ts';
import type { LanIdentity } from './identity.ts';
import { pairWithinMs } from './limits.ts';
import {
  greetingBackSchema,
  isSameProof,
  nonceBytes,
  type PairingTranscript,
  pairingKey,
  proofOf,
  verdictSchema,
} from './pairing-proof.ts';
import { paths, protocolVersion } from './wire.ts';

export type Pairing = Awaited<ReturnType<Lan['pair']>>;

const wrongCode: Pairing = { ok: false, failure: { kind: 'wrong_code' } };
const unreachable: Pairing = { ok: false, failure: { kind: 'unreachable' } };

/** The joining side of pairing: greets, proves, and believes the other side only by its proof. */
export async function joinWith(
  identity: LanIdentity,
  address: LanAddress,
  typed: string,
  self: LanSelf,
): Promise<Pairing> {
  const code = parsePairingCode(typed);
  if (code === undefined) return wrongCode;
  const dialled = await dial(
    { identity, address, path: paths.pair, accepts: (peer) => peer !== identity.fingerprint },
    AbortSignal.timeout(pairWithinMs),
  );
  // A PC that refuses strangers right away is one where nobody is pairing.
  if (!dialled.ok) return dialled.failure.kind === 'not_trusted' ? wrongCode : unreachable;
  const talk = converse(dialled.socket, pairWithinMs);
  try {
    return await prove(talk, code, self, { joining: identity.fingerprint, listening: dialled.peer });
  } finally {
    talk.end();
  }
}

async function prove(
  talk: Conversation,
  code: string,
  self: LanSelf,
  keys: PairingTranscript['keys'],
): Promise<Pairing> {
  const nonce = randomBytes(nonceBytes).toString('hex');
  talk.say({ version: protocolVersion, nonce });
  const greeting = await talk.hear(greetingBackSchema);
  if (greeting === undefined) return unreachable;
  if (!greeting.ok) return wrongCode;
  const transcript = { keys, nonces: { joining: nonce, listening: greeting.nonce } };
  const key = await pairingKey(code, transcript);
  talk.say({ proof: proofOf(key, 'joining', transcript, self), self });
  const verdict = await talk.hear(verdictSchema);
  if (verdict === undefined) return unreachable;
  if (!verdict.ok || !isSameProof(verdict.proof, proofOf(key, 'listening', transcript, verdict.self)))
    return wrongCode;
  return { ok: true, value: { fingerprint: keys.listening, self: verdict.self } };
}
