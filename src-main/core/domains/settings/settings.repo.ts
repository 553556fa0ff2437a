import type { Transaction } from 'kysely';
import { z } from 'zod';
import { printerSchema } from '../../../../src-shared/contract/print.ts';
import { deskSchema } from '../../../../src-shared/contract/session.ts';
import { type SettingsDocument, settingsDocuments } from '../../../../src-shared/contract/settings.ts';
import { categorySchema } from '../../../../src-shared/contract/ticket.ts';
import type { NewEntry } from '../../../../src-shared/ledger/entry.ts';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import type { Schema } from '../../db/schema.ts';
import type { Reader } from '../../ledger/entries.repo.ts';

/**
 * Documents of the branch: in the ledger, shared with every PC. Another PC may run a newer Banko, so members
 * that are not known here are passed over.
 */
const documents = {
  branch: z.object({ code: z.string(), name: z.string() }),
  desks: z.array(z.object(deskSchema.shape)),
  rooms: z.array(z.object({ roomCode: z.string(), roomName: z.string(), unit: z.string() })),
  categories: z.array(z.object(categorySchema.shape)),
  policy: z.object({ lockAfterMinutes: z.int().positive(), trackingUrl: z.string() }),
} as const satisfies Record<SettingsDocument, z.ZodType>;
export type SettingsValue<D extends SettingsDocument> = z.infer<(typeof documents)[D]>;

const notice = {
  at: z.string(),
  acknowledged: z.strictObject({ at: z.string(), by: z.string() }).nullable(),
} as const;

/** What is this PC's alone, and never leaves it. */
const localSettings = {
  workstation: z.strictObject({
    workstationNo: z.int().min(1).max(99),
    desk: deskSchema,
    isSample: z.boolean(),
    /** When this PC was set up or got its sample, by its own clock; a store of an earlier version does not say. */
    setUpAt: z.string().optional(),
  }),
  printer: printerSchema.nullable(),
  /** The job whose bytes are on their way to the printer; what still stands here at a start was cut short. */
  printing: z.strictObject({ jobId: z.string() }).nullable(),
  crm: z.strictObject({ url: z.string(), apiKey: z.string() }),
  /** How far the upstream's feed has been read, in its own words, and the latest stamp that came with it. */
  feed: z.strictObject({ cursor: z.string(), stamp: z.string().nullable() }),
  /** How far back a gateway has been given what it lost; null where nothing was interrupted. */
  givingBack: z.strictObject({ below: z.int() }).nullable(),
  /** Said to a person until somebody takes note of it, and kept with who that was. */
  notices: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('fork'), log: z.string(), ...notice }),
      z.strictObject({ kind: z.literal('unverified'), count: z.int().positive(), ...notice }),
    ]),
  ),
} as const;
export type LocalSetting = keyof typeof localSettings;
export type LocalValue<S extends LocalSetting> = z.infer<(typeof localSettings)[S]>;

/** Undefined where there is none yet, and where this version can't read it: see `unreadableDocuments`. */
export async function readDocument<D extends SettingsDocument>(
  db: Reader,
  document: D,
): Promise<SettingsValue<D> | undefined> {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('document', '=', document)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  // The table binds document and schema; the compiler can't follow the index.
  return documents[document].safeParse(JSON.parse(row.value)).data as SettingsValue<D> | undefined;
}

/** The documents that are here and whose shape this version does not understand. */
export async function unreadableDocuments(db: Reader): Promise<readonly SettingsDocument[]> {
  const rows = await db
    .selectFrom('settings')
    .select(['document', 'value'])
    .where('document', 'in', settingsDocuments)
    .execute();
  return settingsDocuments.filter((document) => {
    const row = rows.find((kept) => kept.document === document);
    return row !== undefined && !documents[document].safeParse(JSON.parse(row.value)).success;
  });
}

/**
 * The fact that a document now reads so. The whole document is replaced: whoever changes one that was read
 * must carry over the members that this version passed over.
 */
export function documentChanged<D extends SettingsDocument>(document: D, value: SettingsValue<D>): NewEntry {
  return fact({ kind: 'settings', id: document }, 'settings.changed', { value: z.json().parse(value) });
}

export async function readLocal<S extends LocalSetting>(
  db: Reader,
  key: S,
): Promise<LocalValue<S> | undefined> {
  const row = await db.selectFrom('local_settings').select('value').where('key', '=', key).executeTakeFirst();
  if (row === undefined) return undefined;
  // The table binds key and schema; the compiler can't follow the index.
  return localSettings[key].parse(JSON.parse(row.value)) as LocalValue<S>;
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
