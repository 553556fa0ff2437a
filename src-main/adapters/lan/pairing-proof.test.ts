import { expect, test } from 'vitest';
import { isSameProof, type PairingTranscript, pairingKey, proofOf } from './pairing-proof.ts';

const transcript: PairingTranscript = {
  keys: { joining: 'a'.repeat(64), listening: 'b'.repeat(64) },
  nonces: { joining: '0'.repeat(64), listening: '1'.repeat(64) },
};
const self = { branchCode: '26', workstationNo: 2, name: 'Banko 2' };

async function prove(
  code: string,
  role: 'joining' | 'listening',
  seen: PairingTranscript,
  said = self,
): Promise<string> {
  return proofOf(await pairingKey(code, seen), role, seen, said);
}

test('both sides come to the same proof when they have seen the same', async () => {
  const [one, other] = await Promise.all([
    prove('K7M49QX201CD', 'joining', transcript),
    prove('K7M49QX201CD', 'joining', structuredClone(transcript)),
  ]);
  expect(isSameProof(one, other)).toBe(true);
});

test('another code, role, key, nonce or self makes another proof', async () => {
  const { keys, nonces } = transcript;
  const proofs = await Promise.all([
    prove('K7M49QX201CD', 'joining', transcript),
    prove('K7M49QX201CE', 'joining', transcript),
    prove('K7M49QX201CD', 'listening', transcript),
    prove('K7M49QX201CD', 'joining', { nonces, keys: { ...keys, joining: 'c'.repeat(64) } }),
    prove('K7M49QX201CD', 'joining', { nonces, keys: { ...keys, listening: 'c'.repeat(64) } }),
    prove('K7M49QX201CD', 'joining', { nonces, keys: { joining: keys.listening, listening: keys.joining } }),
    prove('K7M49QX201CD', 'joining', { keys, nonces: { ...nonces, joining: '2'.repeat(64) } }),
    prove('K7M49QX201CD', 'joining', { keys, nonces: { ...nonces, listening: '2'.repeat(64) } }),
    prove('K7M49QX201CD', 'joining', transcript, { ...self, workstationNo: 3 }),
  ]);
  expect(new Set(proofs).size).toBe(proofs.length);
  expect(isSameProof(proofs[0] ?? '', proofs[1] ?? '')).toBe(false);
});

test('the proof is the one of version 1, which PCs in the field expect', async () => {
  expect(await prove('K7M49QX201CD', 'joining', transcript)).toMatchInlineSnapshot(
    `"f4dde9986df4a206b3b74335e24162c7ccd4589eb195515be6dd6edfd5951884"`,
  );
});

test('half a proof is none', () => {
  expect(isSameProof('', 'ab'.repeat(32))).toBe(false);
  expect(isSameProof('ab'.repeat(31), 'ab'.repeat(32))).toBe(false);
});
