import { sql, type Transaction } from 'kysely';
import type { Database } from '../db/schema.ts';

/** Counters are 01 to 99 (`workstation.opened`). */
const gatewayWorkstation = '00';
const numbersPerYear = 99_999;

/**
 * A database from an old backup has forgotten numbers that people hold. So whatever process goes on with a count
 * leaves out more than a branch is given from outside between two backups (decision 4).
 */
const leftOutAtStart = 100;

/** Gives the next application number of a branch and year, `<branch>-<year>-00<running 5>`. */
export type ApplicationNumbers = (
  tx: Transaction<Database>,
  issuer: { readonly branch: string; readonly year: string },
) => Promise<string>;

/** Throws where the year's numbers are used up. What returned from counters counts as given. */
export function createApplicationNumbers(): ApplicationNumbers {
  const counting = new Set<string>();
  return async (tx, { branch, year }) => {
    const prefix = `${branch}-${year}-${gatewayWorkstation}`;
    const known = await highestKnown(tx, prefix);
    const step = counting.has(prefix) ? 1 : leftOutAtStart + 1;
    // The row is locked from here to the commit.
    const { last } = await tx
      .insertInto('intake_numbers')
      .values({ branch, year, last: known === 0 ? 1 : known + step })
      .onConflict((oc) =>
        oc.columns(['branch', 'year']).doUpdateSet({
          last: sql<number>`greatest(intake_numbers.last, ${known}::bigint) + ${step}::bigint`,
        }),
      )
      .returning('last')
      .executeTakeFirstOrThrow();
    if (last > numbersPerYear) throw new Error('The gateway has used up its numbers of the year');
    counting.add(prefix);
    return `${prefix}${String(last).padStart(5, '0')}`;
  };
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
