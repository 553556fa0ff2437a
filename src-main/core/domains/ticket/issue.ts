import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../../src-shared/contract/index.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { isOpenAt } from '../../../../src-shared/rules/opening-hours.ts';
import type { Context } from '../../handler.ts';
import { requestPrint } from '../print/request-print.ts';
import { readDocument } from '../settings/settings.repo.ts';
import { queueSettings } from './queue-settings.ts';
import { countIssued, highestPlain, takeTicketNumber } from './ticket.repo.ts';
import { categoryClosed } from './ticket-refusals.ts';
import { readBack, type TicketServices, ticketStream, today } from './ticket-services.ts';

/**
 * FF-3: the number, saved before it is printed. Whether one can be had is asked inside the unit of work, so that
 * a command sent again after closing time is still answered with the number that it was given.
 */
export async function issueTicket(
  { db, clock, ids, night, numbers }: TicketServices,
  context: Context,
  { categoryCode, priority }: ParsedInputOf<'ticket.issue'>,
): Promise<Result<OutputOf<'ticket.issue'>>> {
  await night.closeEarlierDays();
  const asked = (await queueSettings(db)).categories.find(({ code }) => code === categoryCode);
  const branchCode = (await readDocument(db, 'branch'))?.code ?? '';
  const latest = await highestPlain(db, { branchCode, serviceDay: today(clock), categoryCode });
  await numbers.ready(categoryCode, Math.max(asked?.firstNumber ?? 0, latest + 1));
  return context.write(async (work) => {
    const { categories } = await queueSettings(work.trx);
    const category = categories.find(({ code }) => code === categoryCode);
    if (category === undefined)
      return fail('invalid_input', [{ path: 'categoryCode', message: 'Bu şubede böyle bir kategori yok.' }]);
    const branch = await readDocument(work.trx, 'branch');
    if (branch === undefined) return fail('settings_unreadable');
    if (!isOpenAt(category, new Date(clock.now()).toISOString())) return categoryClosed(category);
    const place = { branchCode: branch.code, serviceDay: today(clock), categoryCode };
    const { dailyLimit } = category;
    if (dailyLimit !== null && (await countIssued(work.trx, place.serviceDay, categoryCode)) >= dailyLimit)
      return fail('daily_limit');
    const number = await takeTicketNumber(work.trx, place, category, numbers.series(categoryCode));
    const stream = ticketStream(ids.uuid());
    await work.append(
      fact(stream, 'ticket.issued', {
        ...place,
        label: `${category.letter}${number}`,
        number,
        categoryName: category.name,
        priority,
      }),
    );
    const printJobId = await requestPrint(work, ids, stream, 'queue_ticket', context);
    return succeed({ ticket: await readBack(work, stream.id), printJobId });
  });
}
