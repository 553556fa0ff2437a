import { fail, failSaying, succeed } from '../../../../src-shared/contract/errors.ts';
import type { HelpCall, helpContract } from '../../../../src-shared/contract/help.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { deskOf, type Handlers } from '../../handler.ts';
import type { Clock, Ids } from '../../ports.ts';
import type { Work } from '../../write.ts';
import { helpById, helpCallOf, standingHelpOf } from './help.repo.ts';

type Services = { readonly clock: Clock; readonly ids: Ids };

/** The silent button of a desk. */
export function helpService({ clock, ids }: Services): Handlers<keyof typeof helpContract> {
  return {
    'help.call': async (context) =>
      context.write(async (work) => {
        const desk = deskOf(context);
        const standing = await standingHelpOf(work.trx, desk.deskCode, clock.now());
        if (standing !== undefined) return succeed({ helpCall: standing });
        const stream = { kind: 'help', id: ids.uuid() };
        await work.append(fact(stream, 'help.called', desk));
        return succeed({ helpCall: await readBack(work, stream.id) });
      }),

    'help.answer': async (context, { helpId }) =>
      context.write(async (work) => {
        const desk = deskOf(context);
        const call = await helpById(work.trx, helpId);
        if (call === undefined) return fail('not_found');
        if (call.desk.deskCode === desk.deskCode)
          return failSaying('wrong_state', 'Bu çağrı sizin bankonuzun. İsterseniz geri alabilirsiniz.');
        if (call.answeredBy !== null)
          return failSaying(
            'wrong_state',
            `Bu çağrıya daha önce yanıt verildi (${call.answeredBy.deskName}).`,
          );
        if (call.status === 'taken_back') return failSaying('wrong_state', 'Bu yardım çağrısı geri alındı.');
        await work.append(fact({ kind: 'help', id: helpId }, 'help.answered', desk));
        return succeed({ helpCall: await readBack(work, helpId) });
      }),

    'help.takeBack': async (context, { helpId }) =>
      context.write(async (work) => {
        const call = await helpById(work.trx, helpId);
        if (call === undefined) return fail('not_found');
        if (call.desk.deskCode !== deskOf(context).deskCode)
          return failSaying(
            'wrong_state',
            `Yardım çağrısını yalnız çağıran banko geri alır (${call.desk.deskName}).`,
          );
        if (call.status === 'standing')
          await work.append(fact({ kind: 'help', id: helpId }, 'help.taken_back', {}));
        return succeed({});
      }),
  };
}

async function readBack(work: Work, helpId: string): Promise<HelpCall> {
  await work.settle();
  const call = await helpById(work.trx, helpId);
  if (call === undefined) throw new Error('A call for help that was just written is not in its table');
  return helpCallOf(call);
}
