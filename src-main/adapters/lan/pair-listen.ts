import { randomBytes } from 'node:crypto';
import {
  makePairingCode,
  pairingRandomBytes,
  parsePairingCode,
} from '../../../src-shared/text/pairing-code.ts';
import type { Fingerprint, LanServing } from '../../core/lan-port.ts';
import type { Logger } from '../../core/ports.ts';
import { converse } from './conversation.ts';
import type { Visitor } from './gate.ts';
import { maxPairings, pairWithinMs } from './limits.ts';
import {
  claimSchema,
  greetingSchema,
  isSameProof,
  nonceBytes,
  type PairingTranscript,
  pairingKey,
  proofOf,
  refusal,
} from './pairing-proof.ts';
import { protocolVersion } from './wire.ts';

export type PairingDesk = {
  readonly receive: (visitor: Visitor) => void;
  /** Resolves when nothing of it is being carried out any more. */
  readonly settled: () => Promise<void>;
};

type Claim = {
  readonly peer: Fingerprint;
  readonly transcript: PairingTranscript;
  readonly proof: string;
  readonly self: LanServing['self'];
};

/** The listening side of pairing. Every refusal is the same, whatever the reason. */
export function createPairingDesk(own: Fingerprint, serving: LanServing, log: Logger): PairingDesk {
  const open = new Set<Promise<void>>();
  let lastJudged: Promise<unknown> = Promise.resolve();

  async function judge({ peer, transcript, proof, self }: Claim) {
    const code = parsePairingCode(serving.pairingCode() ?? '');
    // Without a code one is made up, so that the time of the answer tells nothing either.
    const key = await pairingKey(code ?? makePairingCode(randomBytes(pairingRandomBytes)), transcript);
    const isRight = isSameProof(proof, proofOf(key, 'joining', transcript, self));
    if (code === undefined) return refusal;
    if (!isRight) {
      serving.onWrongCode();
      return refusal;
    }
    await serving.onPaired({ fingerprint: peer, self });
    return { ok: true, proof: proofOf(key, 'listening', transcript, serving.self), self: serving.self };
  }

  async function talkTo({ peer, socket }: Visitor): Promise<void> {
    const talk = converse(socket, pairWithinMs);
    const greeting = await talk.hear(greetingSchema);
    if (greeting !== undefined && peer !== own) {
      const nonce = randomBytes(nonceBytes).toString('hex');
      talk.say({ ok: true, version: protocolVersion, nonce });
      const claim = await talk.hear(claimSchema);
      if (claim !== undefined) {
        const keys = { joining: peer, listening: own };
        const transcript = { keys, nonces: { joining: greeting.nonce, listening: nonce } };
        // One after the other, so that five wrong tries are five, also when they come at once.
        const judged = lastJudged.then(() => judge({ peer, transcript, ...claim }));
        lastJudged = judged.catch((cause: unknown) => log.error('lan.pair', {}, cause));
        talk.say(await judged.catch(() => refusal));
        return talk.end();
      }
    }
    talk.say(refusal);
    return talk.end();
  }

  return {
    receive: (visitor) => {
      if (open.size >= maxPairings) return visitor.socket.terminate();
      const talking = talkTo(visitor).finally(() => open.delete(talking));
      open.add(talking);
    },
    settled: async () => {
      await Promise.all(open);
    },
  };
}
