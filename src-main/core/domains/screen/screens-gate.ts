import { isIPv4 } from 'node:net';
import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import { defaultScreensPort, type ScreensServer } from '../../../../src-shared/contract/screen.ts';
import type { Caller, ScreensGate, ScreensListening } from '../../core.ts';
import type { Lan } from '../../lan-port.ts';
import { sha256 } from '../../ledger/digest.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock } from '../../ports.ts';
import { readLocal } from '../settings/settings.repo.ts';
import type { SignerPairing } from '../signing/signer-pairing.ts';
import { ticketByFollowCode } from '../ticket/ticket.repo.ts';
import { today } from '../ticket/ticket-services.ts';
import { screenByTokenHash } from './screen.repo.ts';

export type Screens = {
  readonly gate: ScreensGate;
  readonly server: () => Promise<ScreensServer>;
  readonly listening: () => ScreensListening;
  /** Of this PC on the LAN, with the chosen one first. */
  readonly hosts: (chosen: string | null) => readonly string[];
  /** Where phones reach this PC, `http://192.168.1.20:41711`; null while it does not listen. */
  readonly followBase: () => Promise<string | null>;
};

type Services = {
  readonly db: Reader;
  readonly clock: Clock;
  readonly lan: Lan;
  readonly pairing: Pick<SignerPairing, 'placeOf'>;
  readonly onChanged: () => void;
};

export const serverUnset: ScreensServer = { isOn: false, port: defaultScreensPort, host: null };

/** What the core and the host that serves screens tell each other. */
export function createScreensGate({ db, clock, lan, pairing, onChanged }: Services): Screens {
  let listening: ScreensListening = { state: 'off' };

  async function identify(token: string): Promise<Result<Caller>> {
    const screen = await screenByTokenHash(db, sha256(token));
    if (screen !== undefined) {
      const { id, kind, roomCode } = screen;
      return succeed({ audience: kind, window: `screen/${id}`, screen: { id, roomCode } });
    }
    const signer = await pairing.placeOf(token);
    if (signer !== undefined) return succeed({ audience: 'signer', window: `signer/${signer}`, signer });
    const ticket = await ticketByFollowCode(db, token);
    // A phone that is kept open over night must not follow a number that somebody else has by then.
    if (ticket === undefined || ticket.queueDay !== today(clock)) return fail('forbidden');
    return succeed({ audience: 'visitor', window: `visitor/${ticket.id}`, ticketId: ticket.id });
  }

  const server = async () => (await readLocal(db, 'screens')) ?? serverUnset;

  function hosts(chosen: string | null): readonly string[] {
    const own = lan.hosts().filter((host) => isIPv4(host));
    return chosen !== null && own.includes(chosen) ? [chosen, ...own.filter((host) => host !== chosen)] : own;
  }

  return {
    gate: {
      identify,
      server,
      report: (next) => {
        const isNew = JSON.stringify(next) !== JSON.stringify(listening);
        listening = next;
        if (isNew) onChanged();
      },
    },
    server,
    listening: () => listening,
    hosts,
    followBase: async () => {
      if (listening.state !== 'listening') return null;
      const [first] = hosts((await server()).host);
      return first === undefined ? null : `http://${first}:${listening.port}`;
    },
  };
}
