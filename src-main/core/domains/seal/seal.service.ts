import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { sealContract } from '../../../../src-shared/contract/seal.ts';
import type { Context, Handlers } from '../../handler.ts';
import { type LocalSetting, type LocalValue, readLocal, saveLocal } from '../settings/settings.repo.ts';
import { describeSeal } from './describe-certificate.ts';
import type { SealServices } from './seal-document.ts';

/** In the name of the certificate that a PC makes for itself; forms bear the same. */
export const organisation = 'OEDAŞ';

export function sealService({ db, clock, sealer }: SealServices): Handlers<keyof typeof sealContract> {
  async function save<S extends Extract<LocalSetting, 'seal' | 'timestampServer'>>(
    context: Context,
    key: S,
    value: LocalValue<S>,
  ): Promise<Result<Record<never, never>>> {
    return context.write(async (work) => {
      await saveLocal(work.trx, key, value);
      work.touch('settings');
      work.touch('connection');
      return succeed({});
    });
  }

  return {
    'seal.get': async () => {
      const seal = (await readLocal(db, 'seal')) ?? null;
      const server = (await readLocal(db, 'timestampServer')) ?? null;
      return succeed({
        seal: seal && describeSeal(seal, clock.now()),
        timestampServer: server && {
          url: server.url,
          user: server.user,
          hasPassword: server.password !== null,
        },
      });
    },

    'seal.import': async (context, { file, password }) => {
      const reading = await sealer.readIdentity(Buffer.from(file, 'base64'), password, clock.now());
      if (!reading.ok) return fail(reading.refusal);
      return save(context, 'seal', { identity: reading.identity, isSelfMade: false });
    },

    'seal.makeOwn': async (context) => {
      const identity = await sealer.makeIdentity(organisation, clock.now());
      return save(context, 'seal', { identity, isSelfMade: true });
    },

    'seal.remove': async (context) => save(context, 'seal', null),

    'seal.setTimestampServer': async (context, { server }) => save(context, 'timestampServer', server),

    'seal.test': async () => {
      const server = (await readLocal(db, 'timestampServer')) ?? null;
      if (server === null) return fail('timestamp_none');
      const tried = await sealer.tryServer(server);
      return tried.ok ? succeed({ at: tried.at, authority: tried.authority }) : fail(tried.trouble);
    },
  };
}
