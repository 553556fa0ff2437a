import type { draftContract } from '../../../../src-shared/contract/draft.ts';
import { succeed } from '../../../../src-shared/contract/errors.ts';
import { type Handlers, userOf } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock } from '../../ports.ts';

type Services = { readonly db: Reader; readonly clock: Clock };

/** Personal data of people who may never have applied: what nobody came back to in this time is dropped. */
export const keptDays = 7;

/** Half-written forms, beside the ledger: nothing of them is a fact yet. */
export function draftService({ db, clock }: Services): Handlers<keyof typeof draftContract> {
  const oldest = () => new Date(clock.now() - keptDays * 86_400_000).toISOString();
  return {
    'draft.load': async (context) => {
      const kept = await db
        .selectFrom('drafts')
        .select(['body', 'at'])
        .where('user_id', '=', userOf(context).id)
        .where('at', '>=', oldest())
        .executeTakeFirst();
      return succeed({ body: kept?.body ?? null, at: kept?.at ?? null });
    },
    'draft.save': async (context, { body }) =>
      context.write(async ({ trx }) => {
        const user_id = userOf(context).id;
        const at = new Date(clock.now()).toISOString();
        await trx.deleteFrom('drafts').where('at', '<', oldest()).execute();
        if (body === '') await trx.deleteFrom('drafts').where('user_id', '=', user_id).execute();
        else
          await trx
            .insertInto('drafts')
            .values({ user_id, body, at })
            .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ body, at }))
            .execute();
        return succeed({});
      }),
  };
}
