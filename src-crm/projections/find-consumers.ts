import {
  type Expression,
  type ExpressionBuilder,
  type Kysely,
  type Selectable,
  type SqlBool,
  sql,
} from 'kysely';
import type { ConsumerCard } from '../../src-shared/contract/gateway.ts';
import { premisesSchema } from '../../src-shared/ledger/application-entries.ts';
import { foldTurkish } from '../../src-shared/text/fold.ts';
import { parsePhone } from '../../src-shared/text/phone.ts';
import type { ConsumersTable, Database } from '../db/schema.ts';

const mostCards = 20;

/** By identity number, phone, installation number or the beginnings of the words of a name. */
export async function findConsumers(db: Kysely<Database>, query: string): Promise<readonly ConsumerCard[]> {
  const digits = query.replace(/\D/g, '');
  const words = foldTurkish(query);
  if (digits === '' && words === '') return [];
  const rows = await db
    .selectFrom('consumers')
    .selectAll()
    .where((eb) => eb.or(meanings(eb, query, digits, words)))
    .orderBy('name')
    .orderBy('id')
    .limit(mostCards)
    .execute();
  return rows.map(cardOf);
}

/** Eleven digits may be any of three numbers, so each reading is tried; every one has its index. */
function meanings(
  eb: ExpressionBuilder<Database, 'consumers'>,
  query: string,
  digits: string,
  words: string,
): Expression<SqlBool>[] {
  const phone = parsePhone(query)?.e164;
  const isNumber = digits !== '' && /^[\d\s+().-]+$/.test(query);
  return [
    ...(isNumber ? [eb('identity_no', '=', digits), sql<SqlBool>`installations @> array[${digits}]`] : []),
    ...(phone === undefined ? [] : [eb('phone', '=', phone)]),
    ...(isNumber || words === '' ? [] : [sql<SqlBool>`words @@ to_tsquery('simple', ${prefixes(words)})`]),
  ];
}

function prefixes(words: string): string {
  return words
    .split(' ')
    .map((word) => `${word}:*`)
    .join(' & ');
}

function cardOf(row: Selectable<ConsumersTable>): ConsumerCard {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    identityNo: row.identity_no,
    phone: row.phone,
    email: row.email,
    premises: row.premises === null ? null : premisesSchema.parse(JSON.parse(row.premises)),
    installations: row.installations,
  };
}
