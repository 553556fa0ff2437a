import { fail, type Result, succeed } from '../../../../src-shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../../src-shared/contract/index.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import { isOpenAt } from '../../../../src-shared/rules/opening-hours.ts';
import type { Context } from '../../handler.ts';
import type { Work } from '../../write.ts';
import { requestPrint } from '../print/request-print.ts';
import { readDocument } from '../settings/settings.repo.ts';
import { queueSettings } from './queue-settings.ts';
import { countIssued, highestPlain, takeTicketNumber } from './ticket.repo.ts';
import { categoryClosed } from './ticket-refusals.ts';
import { readBack, type TicketServices, ticketStream, today } from './ticket-services.ts';

/** 96 bits: nobody meets another visitor's number by trying. */
const followCodeBytes = 12;

export type Wanted = { readonly categoryCode: string; readonly priority: boolean };
export type Given = { readonly ticketId: string; readonly followCode: string };

export async function issueTicket(
  services: TicketServices,
  context: Context,
  wanted: ParsedInputOf<'ticket.issue'>,
): Promise<Result<OutputOf<'ticket.issue'>>> {
  await makeRoom(services, wanted.categoryCode);
  return context.write(async (work) => {
    const given = await giveNumber(services, work, wanted);
    if (!given.ok) return given;
    const stream = ticketStream(given.value.ticketId);
    const printJobId = await requestPrint(work, services.ids, stream, 'queue_ticket', context);
    return succeed({ ticket: await readBack(work, stream.id), printJobId });
  });
}

/** What has to be so before the unit of work that gives a number: no earlier day is open, and the hub may count on. */
export async function makeRoom(
  { db, clock, night, numbers }: TicketServices,
  categoryCode: string,
): Promise<void> {
  await night.closeEarlierDays();
  const asked = (await queueSettings(db)).categories.find(({ code }) => code === categoryCode);
  const branchCode = (await readDocument(db, 'branch'))?.code ?? '';
  const latest = await highestPlain(db, { branchCode, serviceDay: today(clock), categoryCode });
  await numbers.ready(categoryCode, Math.max(asked?.firstNumber ?? 0, latest + 1));
}

/**
 * FF-3: the number, saved before it is printed. Whether one can be had is asked inside the unit of work, so that
 * a command sent again after closing time is still answered with the number that it was given.
 */
export async function giveNumber(
  { clock, ids, numbers }: TicketServices,
  work: Work,
  { categoryCode, priority }: Wanted,
): Promise<Result<Given>> {
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
  const ticketId = ids.uuid();
  const followCode = Buffer.from(ids.randomBytes(followCodeBytes)).toString('base64url');
  await work.append(
    fact(ticketStream(ticketId), 'ticket.issued', {
      ...place,
      label: `${category.letter}${number}`,
      number,
      categoryName: category.name,
      priority,
      followCode,
    }),
  );
  return succeed({ ticketId, followCode });
}
