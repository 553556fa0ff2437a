import { fail, succeed } from '../../../../src-shared/contract/errors.ts';
import type { Handlers } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import { ownHead } from '../../ledger/own-log.ts';
import type { UpstreamLink } from '../../sync/upstream-link.ts';
import { readLocal, saveLocal } from './settings.repo.ts';

type Services = { readonly db: Reader; readonly link: UpstreamLink; readonly retrySync: () => void };

export function crmService({
  db,
  link,
  retrySync,
}: Services): Handlers<'crm.get' | 'crm.configure' | 'crm.test'> {
  return {
    'crm.get': async () => {
      const target = await readLocal(db, 'crm');
      return succeed({ url: target?.url ?? null, hasKey: target !== undefined });
    },

    'crm.configure': async (context, { url, apiKey }) => {
      const saved = await context.write(async (work) => {
        await saveLocal(work.trx, 'crm', { url: url.replace(/\/+$/, ''), apiKey });
        work.touch('settings');
        work.touch('connection');
        return succeed({});
      });
      if (!saved.ok) return saved;
      // Ends what is still under way to the old address.
      await link.current();
      retrySync();
      return saved;
    },

    'crm.test': async () => {
      const upstream = await link.current();
      if (upstream === undefined) return fail('crm_unreachable');
      const { log } = await ownHead(db);
      const head = await upstream.head(log);
      if (!head.ok) return fail(head.failure.kind === 'refused' ? 'crm_key_refused' : 'crm_unreachable');
      retrySync();
      return succeed({});
    },
  };
}
