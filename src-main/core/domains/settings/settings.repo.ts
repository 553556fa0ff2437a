import type { Transaction } from 'kysely';
import { z } from 'zod';
import { printerSchema } from '../../../../src-shared/contract/print.ts';
import { deskSchema } from '../../../../src-shared/contract/session.ts';
import { categorySchema } from '../../../../src-shared/contract/ticket.ts';
import type { NewEntry } from '../../../../src-shared/ledger/entry.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import type { Schema } from '../../db/schema.ts';
import type { Reader } from '../../ledger/entries.repo.ts';

/** Documents of the branch: in the ledger, shared with every PC. */
const documents = {
  branch: z.strictObject({ code: z.string(), name: z.string() }),
  desks: z.array(deskSchema),
  rooms: z.array(z.strictObject({ roomCode: z.string(), roomName: z.string(), unit: z.string() })),
  categories: z.array(categorySchema),
  policy: z.strictObject({ lockAfterMinutes: z.int().positive(), trackingUrl: z.string() }),
} as const;
export type SettingsDocument = keyof typeof documents;
export type SettingsValue<D extends SettingsDocument> = z.infer<(typeof documents)[D]>;

/** What is this PC's alone, and never leaves it. */
const localSettings = {
  workstation: z.strictObject({
    workstationNo: z.int().min(1).max(99),
    desk: deskSchema,
    isSample: z.boolean(),
  }),
  printer: printerSchema.nullable(),
  crm: z.strictObject({ url: z.string(), apiKey: z.string() }),
  /** How far the upstream's feed has been read, in its own words, and the latest stamp that came with it. */
  feed: z.strictObject({ cursor: z.string(), stamp: z.string().nullable() }),
  /** Said to a person until they have seen it: a fork of the log. */
  fork: z.strictObject({ at: z.string(), log: z.string() }),
} as const;
export type LocalSetting = keyof typeof localSettings;
export type LocalValue<S extends LocalSetting> = z.infer<(typeof localSettings)[S]>;

export async function readDocument<D extends SettingsDocument>(
  db: Reader,
  document: D,
): Promise<SettingsValue<D> | undefined> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('document', '=', document)
    .executeTakeFirst();
  return row === undefined ? undefined : parseWith<SettingsValue<D>>(documents[document], row.value);
}

/** The fact that a document now reads so. */
export function documentChanged<D extends SettingsDocument>(document: D, value: SettingsValue<D>): NewEntry {
  return fact({ kind: 'settings', id: document }, 'settings.changed', { value: z.json().parse(value) });
}

export async function readLocal<S extends LocalSetting>(
  db: Reader,
  key: S,
): Promise<LocalValue<S> | undefined> {
  const row = await db.selectFrom('local_settings').select('value').where('key', '=', key).executeTakeFirst();
  return row === undefined ? undefined : parseWith<LocalValue<S>>(localSettings[key], row.value);
}

export async function saveLocal<S extends LocalSetting>(
  trx: Transaction<Schema>,
  key: S,
  value: LocalValue<S>,
): Promise<void> {
  const text = JSON.stringify(value);
  await trx
    .insertInto('local_settings')
    .values({ key, value: text })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: text }))
    .execute();
}

function parseWith<T>(schema: z.ZodType, text: string): T {
  // The table binds key and schema; the compiler can't follow the index.
  return schema.parse(JSON.parse(text)) as T;
}
