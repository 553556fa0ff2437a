import { succeed } from '../../../../src-shared/contract/errors.ts';
import { type PairedPlace, pairedPlaces } from '../../../../src-shared/contract/signing.ts';
import { systemActor } from '../../handler.ts';
import { sha256 } from '../../ledger/digest.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock, Ids } from '../../ports.ts';
import type { Work, Writer } from '../../write.ts';
import { readLocal, saveLocal } from '../settings/settings.repo.ts';

type Services = { readonly db: Reader; readonly writer: Writer; readonly clock: Clock; readonly ids: Ids };
export type PairedState = 'none' | 'waiting' | 'paired';

/** Screens of this PC on which consumers read and sign: at the most one of each kind, known by the hash of its key. */
export type SignerPairing = {
  /** A new key, in the place of the one that was. */
  readonly pair: (work: Work, place: PairedPlace) => Promise<string>;
  readonly unpair: (work: Work, place: PairedPlace) => Promise<void>;
  readonly states: () => Promise<Record<PairedPlace, PairedState>>;
  /** Which screen comes with this key; undefined for a stranger, and for a key that nobody used in time. */
  readonly placeOf: (token: string) => Promise<PairedPlace | undefined>;
};

/** A code that lies about unused is worth nothing after this. */
export const pairWithinMillis = 10 * 60_000;
const keyBytes = 32;

export function createSignerPairing({ db, writer, clock, ids }: Services): SignerPairing {
  const kept = async (reader: Reader) => (await readLocal(reader, 'signers')) ?? {};
  const now = () => new Date(clock.now()).toISOString();
  type Pairing = NonNullable<Awaited<ReturnType<typeof kept>>['tablet']>;

  function isOver({ usedAt, pairedAt }: Pairing): boolean {
    const since = clock.now() - Date.parse(pairedAt);
    return usedAt === null && (since < 0 || since >= pairWithinMillis);
  }

  async function save(work: Work, place: PairedPlace, pairing: Pairing | undefined): Promise<void> {
    const { [place]: _, ...others } = await kept(work.trx);
    await saveLocal(work.trx, 'signers', pairing === undefined ? others : { ...others, [place]: pairing });
    work.touch('signings');
    // Whoever is connected with the key that was is cut off.
    work.touch('settings');
  }

  function stateOf(pairing: Pairing | undefined): PairedState {
    if (pairing === undefined || isOver(pairing)) return 'none';
    return pairing.usedAt === null ? 'waiting' : 'paired';
  }

  return {
    pair: async (work, place) => {
      const token = Buffer.from(ids.randomBytes(keyBytes)).toString('base64url');
      await save(work, place, { tokenHash: sha256(token), pairedAt: now(), usedAt: null });
      return token;
    },
    unpair: (work, place) => save(work, place, undefined),
    states: async () => {
      const all = await kept(db);
      return { second_window: stateOf(all.second_window), tablet: stateOf(all.tablet) };
    },
    placeOf: async (token) => {
      const tokenHash = sha256(token);
      const all = await kept(db);
      const place = pairedPlaces.find((one) => all[one]?.tokenHash === tokenHash);
      const pairing = place && all[place];
      if (place === undefined || pairing === undefined || isOver(pairing)) return undefined;
      if (pairing.usedAt === null) await markUsed(place, tokenHash);
      return place;
    },
  };

  async function markUsed(place: PairedPlace, tokenHash: string): Promise<void> {
    await writer.write(systemActor, async (work) => {
      const pairing = (await kept(work.trx))[place];
      if (pairing?.tokenHash === tokenHash && pairing.usedAt === null)
        await save(work, place, { ...pairing, usedAt: now() });
      return succeed(null);
    });
  }
}
