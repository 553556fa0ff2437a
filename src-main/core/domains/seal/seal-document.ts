import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock } from '../../ports.ts';
import type { SealAbout, Sealer, Timestamped } from '../../seal-port.ts';
import { readLocal } from '../settings/settings.repo.ts';
import { describeSeal, sealerName, sealState } from './describe-certificate.ts';

export type SealServices = { readonly db: Reader; readonly clock: Clock; readonly sealer: Sealer };

/**
 * The document with this PC's seal; its timestamp is still to come (`timestampDocument`). Not to be called inside
 * `write`.
 * @returns why there is no seal where there is none: none is set up, or its certificate is out of date, so that
 * readers would call it invalid
 */
export async function sealDocument(
  { db, clock, sealer }: SealServices,
  pdf: Uint8Array,
  { reason, at }: Pick<SealAbout, 'reason' | 'at'>,
): Promise<Uint8Array | 'no_identity' | 'out_of_date'> {
  const identity = (await readLocal(db, 'seal'))?.identity;
  if (identity === undefined) return 'no_identity';
  const state = sealState(identity.certificates, clock.now());
  if (state === 'expired' || state === 'not_yet_valid') return 'out_of_date';
  return sealer.seal(pdf, identity, { name: sealerName(identity.certificates), reason, at });
}

/** The sealed document with its timestamp, or why it has none yet. Not to be called inside `write`. */
export async function timestampDocument(
  { db, sealer }: SealServices,
  sealed: Uint8Array,
): Promise<Timestamped | 'no_server'> {
  const server = (await readLocal(db, 'timestampServer')) ?? null;
  return server === null ? 'no_server' : sealer.timestamp(sealed, server);
}

/** Until when the seal holds, once an administrator has to see to a new one; null before, and where there is none. */
export async function sealEnds(db: Reader, now: number): Promise<string | null> {
  const seal = (await readLocal(db, 'seal')) ?? null;
  if (seal === null) return null;
  const { state, validTo } = describeSeal(seal, now);
  return state === 'ends_soon' || state === 'expired' ? validTo : null;
}
