import type { Transaction } from 'kysely';
import { makeTrackingCode, trackingRandomBytes } from '../../../../src-shared/text/tracking-code.ts';
import type { Schema } from '../../db/schema.ts';
import type { Ids } from '../../ports.ts';

export type Issuer = { readonly branchCode: string; readonly workstationNo: number; readonly year: string };

const numbersPerWorkstation = 99_999;

/**
 * The next application number, `<branch>-<year>-<workstation, 2><running, 5>`: two PCs of one branch that are
 * both offline can't give the same one. Goes on from the highest ever seen here, also after a restored backup.
 */
export async function takeApplicationNumber(trx: Transaction<Schema>, issuer: Issuer): Promise<string> {
  const prefix = `${issuer.branchCode}-${issuer.year}-${String(issuer.workstationNo).padStart(2, '0')}`;
  const { highest } = await trx
    .selectFrom('applications')
    .select((select) => select.fn.max('application_no').as('highest'))
    .where('application_no', '>=', prefix)
    .where('application_no', '<', `${prefix}:`)
    .executeTakeFirstOrThrow();
  const running = highest === null ? 1 : Number(highest.slice(prefix.length)) + 1;
  if (running > numbersPerWorkstation)
    throw new Error('This workstation has used up its numbers of the year');
  const applicationNo = `${prefix}${String(running).padStart(5, '0')}`;
  await trx
    .insertInto('issued_numbers')
    .values({ key: `application/${applicationNo}` })
    .execute();
  return applicationNo;
}

export function newTrackingCode(ids: Ids): string {
  return makeTrackingCode(ids.randomBytes(trackingRandomBytes));
}
