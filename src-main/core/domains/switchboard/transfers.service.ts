import { fail, failSaying, succeed } from '../../../../src-shared/contract/errors.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { type Handlers, userOf } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock, Ids } from '../../ports.ts';
import { listUsers } from '../session/users.repo.ts';
import { today } from '../ticket/ticket-services.ts';
import { contactById, type KeptTransfer, transferById, transfersOfDay } from './switchboard.repo.ts';

type Services = { readonly db: Reader; readonly clock: Clock; readonly ids: Ids };

/** So long a slip can be taken back; afterwards the log is what happened. */
const withdrawMillis = 10 * 60_000;

/** What became of the calls that were passed on. */
export function transfersService({
  db,
  clock,
  ids,
}: Services): Handlers<'switchboard.transfers' | 'switchboard.logTransfer' | 'switchboard.withdrawTransfer'> {
  function isFresh({ at }: KeptTransfer): boolean {
    return clock.now() - Date.parse(at) < withdrawMillis;
  }

  return {
    'switchboard.transfers': async (context) => {
      const names = new Map((await listUsers(db)).map((user) => [user.id, user.displayName]));
      const transfers = await transfersOfDay(db, today(clock));
      return succeed({
        transfers: transfers.map(({ actor, ...transfer }) => ({
          ...transfer,
          by: names.get(actor) ?? actor,
          canWithdraw: actor === userOf(context).id && isFresh({ actor, ...transfer }),
        })),
      });
    },

    'switchboard.logTransfer': async (context, { contactId, outcome, applicationNo, note }) =>
      context.write(async (work) => {
        const contact = await contactById(work.trx, contactId);
        if (contact === undefined) return fail('not_found');
        const application =
          applicationNo === null
            ? undefined
            : await work.trx
                .selectFrom('applications')
                .select('id')
                .where('application_no', '=', applicationNo.replaceAll(/\s/g, ''))
                .executeTakeFirst();
        if (applicationNo !== null && application === undefined)
          return fail('invalid_input', [
            { path: 'applicationNo', message: 'Bu numarayla kayıtlı bir başvuru yok.' },
          ]);
        const transferId = ids.uuid();
        await work.append(
          fact({ kind: 'call', id: transferId }, 'call.transferred', {
            contactId,
            contactName: contact.name,
            department: contact.department,
            outcome,
            applicationId: application?.id ?? null,
            note,
          }),
        );
        return succeed({ transferId });
      }),

    'switchboard.withdrawTransfer': async (context, { transferId }) =>
      context.write(async (work) => {
        const transfer = await transferById(work.trx, transferId);
        if (transfer === undefined) return fail('not_found');
        if (transfer.actor !== userOf(context).id)
          return failSaying('forbidden', 'Bir aktarım kaydını yalnız yazan kişi geri alır.');
        if (!isFresh(transfer))
          return failSaying(
            'wrong_state',
            'Aktarım kaydı, yazıldıktan sonra yalnız on dakika içinde geri alınır.',
          );
        await work.append(fact({ kind: 'call', id: transferId }, 'call.withdrawn', {}));
        return succeed({});
      }),
  };
}
