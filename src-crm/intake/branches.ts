import type { Kysely } from 'kysely';
import { foldTurkish } from '../../src-shared/text/fold.ts';
import type { Database } from '../db/schema.ts';
import { shippedCatalogue } from '../lib/catalogue.ts';

/** Stands for every province without a line of its own. */
const anyProvince = '*';

export type IntakeBranch = { readonly province: string | null; readonly branch: string };

/** The province as the catalogue writes it, in whatever letters it is given; undefined where it is not served. */
export function servedProvince(written: string): string | undefined {
  const wanted = foldTurkish(written);
  return shippedCatalogue.provinces.provinces.find(({ name }) => foldTurkish(name) === wanted)?.name;
}

/** @param province as `servedProvince` gives it; null for the branch of all other provinces */
export async function setIntakeBranch(
  db: Kysely<Database>,
  { province, branch }: IntakeBranch,
): Promise<void> {
  await db
    .insertInto('intake_branches')
    .values({ province: province ?? anyProvince, branch })
    .onConflict((oc) => oc.column('province').doUpdateSet({ branch }))
    .execute();
}

export async function listIntakeBranches(db: Kysely<Database>): Promise<readonly IntakeBranch[]> {
  const rows = await db.selectFrom('intake_branches').selectAll().orderBy('province').execute();
  return rows.map(({ province, branch }) => ({
    province: province === anyProvince ? null : province,
    branch,
  }));
}

/**
 * The branch that an application from outside belongs to: its province's, else the default, else the only branch that
 * has a counter key in use. Undefined where that does not name one.
 * @param province of the premises, as it was written; null where it is not known
 */
export async function branchForIntake(
  db: Kysely<Database>,
  province: string | null,
): Promise<string | undefined> {
  const lines = await listIntakeBranches(db);
  const served = province === null ? undefined : servedProvince(province);
  const own = lines.find((line) => line.province !== null && line.province === served);
  const named = own ?? lines.find((line) => line.province === null);
  return named?.branch ?? (await onlyBranch(db));
}

async function onlyBranch(db: Kysely<Database>): Promise<string | undefined> {
  const rows = await db
    .selectFrom('api_keys')
    .select('branch')
    .distinct()
    .where('kind', '=', 'counter')
    .where('withdrawn_at', 'is', null)
    .limit(2)
    .execute();
  return rows.length === 1 ? (rows[0]?.branch ?? undefined) : undefined;
}
