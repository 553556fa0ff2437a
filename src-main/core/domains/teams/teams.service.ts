import { fail, succeed } from '../../../../src-shared/contract/errors.ts';
import type { teamsContract } from '../../../../src-shared/contract/teams.ts';
import type { Context, Handlers } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Ports, TeamsAccount } from '../../ports.ts';
import { readLocal, saveLocal } from '../settings/settings.repo.ts';

type Services = {
  readonly db: Reader;
  readonly connect: Ports['connectOnlineMeetings'];
  /** A joined PC leaves meetings to the hub, and so the account too. */
  readonly isAuthority: () => boolean;
  /** What waits out a failure is tried again. */
  readonly retry: () => void;
};

/** One meeting for all tests: asked for again, it is the same. */
const trial = { id: 'banko-baglanti-denemesi', subject: 'Banko bağlantı denemesi', address: null };

export function teamsService({
  db,
  connect,
  isAuthority,
  retry,
}: Services): Handlers<keyof typeof teamsContract> {
  async function save(context: Context, account: TeamsAccount | null) {
    if (!isAuthority()) return fail('teams_elsewhere');
    const saved = await context.write(async (work) => {
      await saveLocal(work.trx, 'teams', account);
      work.touch('settings');
      return succeed({});
    });
    if (saved.ok) retry();
    return saved;
  }

  return {
    'teams.get': async () => {
      const account = (await readLocal(db, 'teams')) ?? null;
      if (account === null || !isAuthority()) return succeed({ isHere: isAuthority(), account: null });
      const { clientSecret: _, ...shown } = account;
      return succeed({ isHere: true, account: shown });
    },

    'teams.configure': async (context, account) => save(context, account),

    'teams.forget': async (context) => save(context, null),

    'teams.test': async () => {
      if (!isAuthority()) return fail('teams_elsewhere');
      const account = (await readLocal(db, 'teams')) ?? null;
      if (account === null) return fail('teams_none');
      const teams = connect(account);
      const made = await teams.makeLink(trial);
      teams.close();
      if (!made.ok) return fail(made.failure.kind === 'refused' ? made.failure.code : 'teams_unreachable');
      retry();
      return succeed({});
    },
  };
}
