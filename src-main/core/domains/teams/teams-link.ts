import type { Reader } from '../../ledger/entries.repo.ts';
import type { OnlineMeetings, Ports, TeamsAccount } from '../../ports.ts';
import { readLocal } from '../settings/settings.repo.ts';

/** Teams as this PC is set up for it now. */
export type TeamsLink = {
  readonly current: () => Promise<OnlineMeetings>;
  /** Without an account: always to be had. */
  readonly plain: OnlineMeetings;
  /** Ends what is under way; nothing is asked afterwards. */
  readonly close: () => void;
};

export function createTeamsLink(db: Reader, connect: Ports['connectOnlineMeetings']): TeamsLink {
  const plain = connect(null);
  let isClosed = false;
  let known: { readonly account: TeamsAccount | null; readonly teams: OnlineMeetings } = {
    account: null,
    teams: plain,
  };

  return {
    plain,
    current: async () => {
      const account = (await readLocal(db, 'teams')) ?? null;
      if (JSON.stringify(account) !== JSON.stringify(known.account)) {
        // Nobody waits for what the settings have left behind.
        known.teams.close();
        known = { account, teams: connect(account) };
        if (isClosed) known.teams.close();
      }
      return known.teams;
    },
    close: () => {
      isClosed = true;
      known.teams.close();
    },
  };
}
