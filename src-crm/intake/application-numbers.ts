import type { Transaction } from 'kysely';
import type { Database } from '../db/schema.ts';
import { type Clock, isoNow } from '../lib/clock.ts';

/** Counters are 01 to 99 (`workstation.opened`). */
const gatewayWorkstation = '00';
const numbersPerYear = 99_999;

/**
 * A database from an old backup has forgotten numbers that people hold (decision 4). So a process that goes on with a
 * count leaves out what may have been given since its last number: one for each of these, as far as a week.
 */
const perNumberMs = 10 * 60_000;
const mostLeftOut = 1_000;

/** Gives the next application number of a branch and year, `<branch>-<year>-00<running 5>`. */
export type ApplicationNumbers = (
  tx: Transaction<Database>,
  issuer: { readonly branch: string; readonly year: string },
) => Promise<string>;

/**
 * What returned from counters counts as given. The transaction holds the append lock. Throws where the year's numbers
 * are used up.
 */
export function createApplicationNumbers(clock: Clock): ApplicationNumbers {
  const counting = new Set<string>();
  return async (tx, { branch, year }) => {
    const prefix = `${branch}-${year}-${gatewayWorkstation}`;
    const row = await tx
      .selectFrom('intake_numbers')
      .select(['last', 'given_at'])
      .where('branch', '=', branch)
      .where('year', '=', year)
      .forUpdate()
      .executeTakeFirst();
    const leftOut = row === undefined || counting.has(prefix) ? 0 : mayBeForgotten(row.given_at, clock);
    const last = Math.max(row?.last ?? 0, await highestKnown(tx, prefix)) + leftOut + 1;
    if (last > numbersPerYear) throw new Error('The gateway has used up its numbers of the year');
    const given = { last, given_at: isoNow(clock) };
    await tx
      .insertInto('intake_numbers')
      .values({ branch, year, ...given })
      .onConflict((oc) => oc.columns(['branch', 'year']).doUpdateSet(given))
      .execute();
    counting.add(prefix);
    return `${prefix}${String(last).padStart(5, '0')}`;
  };
}

function mayBeForgotten(givenAt: string, clock: Clock): number {
  const elapsed = Math.max(0, clock.now() - Date.parse(givenAt));
  return Math.min(Math.floor(elapsed / perNumberMs), mostLeftOut);
}

async function highestKnown(tx: Transaction<Database>, prefix: string): Promise<number> {
  const { highest } = await tx
    .selectFrom('applications')
    .select((eb) => eb.fn.max('application_no').as('highest'))
    .where('application_no', '>=', `${prefix}00000`)
    .where('application_no', '<=', `${prefix}99999`)
    .executeTakeFirstOrThrow();
  const running = Number(highest?.slice(prefix.length) ?? 0);
  return Number.isInteger(running) ? running : 0;
}
