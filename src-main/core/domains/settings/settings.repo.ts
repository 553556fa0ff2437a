import type { Transaction } from 'kysely';
import { z } from 'zod';
import { policySchema, roomSchema } from '../../../../src-shared/contract/branch-settings.ts';
import { networkConnectionSchema, printersSchema } from '../../../../src-shared/contract/printers.ts';
import { screensServerSchema } from '../../../../src-shared/contract/screen.ts';
import { deskSchema } from '../../../../src-shared/contract/session.ts';
import { type SettingsDocument, settingsDocuments } from '../../../../src-shared/contract/settings.ts';
import { pairedPlaces } from '../../../../src-shared/contract/signing.ts';
import { diallingSchema } from '../../../../src-shared/contract/switchboard.ts';
import { categorySchema } from '../../../../src-shared/contract/ticket.ts';
import { unitSchema } from '../../../../src-shared/contract/unit.ts';
import { inOrder, type NewEntry } from '../../../../src-shared/ledger/entry.ts';
import { fact, knownEntry, type PayloadOf } from '../../../../src-shared/ledger/entry-types.ts';
import { channelsAsKept } from '../../../../src-shared/rules/channels.ts';
import { logoSchema } from '../../../../src-shared/rules/logo.ts';
import { organisationAsKept } from '../../../../src-shared/rules/organisation.ts';
import { retentionAsKept } from '../../../../src-shared/rules/retention.ts';
import type { Schema } from '../../db/schema.ts';
import { entriesOfStream, type Reader } from '../../ledger/entries.repo.ts';
import { keepingUnknown } from './keeping-unknown.ts';
import { defaultQueueRules } from './policy-defaults.ts';

const category = categorySchema.shape;
const policy = policySchema.shape;
const room = roomSchema.shape;

/**
 * Documents of the branch: in the ledger, shared with every PC. Another PC may run a newer Banko, so members
 * that are not known here are passed over; or an older one, so members that came later have defaults.
 */
const documents = {
  branch: z.object({ code: z.string(), name: z.string() }),
  desks: z.array(z.object(deskSchema.shape)),
  rooms: z.array(z.object({ ...room, unitCode: room.unitCode.default(null) })),
  units: z.array(z.object(unitSchema.shape)),
  categories: z.array(
    z.object({
      ...category,
      colour: category.colour.catch('gray'),
      deskCodes: category.deskCodes.default(null),
      opensAt: category.opensAt.default(null),
      closesAt: category.closesAt.default(null),
      weight: category.weight.default(1),
    }),
  ),
  policy: z.object({
    ...policy,
    nightPolicy: policy.nightPolicy.default(defaultQueueRules.nightPolicy),
    graceMinutes: policy.graceMinutes.default(defaultQueueRules.graceMinutes),
    priorityHeadStartMinutes: policy.priorityHeadStartMinutes.default(
      defaultQueueRules.priorityHeadStartMinutes,
    ),
    priorityFactor: policy.priorityFactor.default(defaultQueueRules.priorityFactor),
    longestWaitMinutes: policy.longestWaitMinutes.default(defaultQueueRules.longestWaitMinutes),
  }),
  dialling: z.object(diallingSchema.shape),
  channels: channelsAsKept,
  organisation: organisationAsKept,
  /** Null where the shipped one was taken again. */
  logo: z.object({ logo: logoSchema.nullable() }),
  retention: retentionAsKept,
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
  /** As a store from before there were three kinds has it; `printers` stands above it. */
  printer: z
    .strictObject({ ...networkConnectionSchema.shape, codePage: z.enum(['PC857', 'WPC1254']) })
    .nullable(),
  printers: printersSchema,
  /** The job whose bytes are on their way to the printer; what still stands here at a start was cut short. */
  printing: z.strictObject({ jobId: z.string() }).nullable(),
  /** Jobs that a queue of the system has taken and not yet reported on, and what they wait for. */
  followedPrints: z.array(
    z.strictObject({
      jobId: z.string(),
      queue: z.string(),
      queueJob: z.string(),
      since: z.string(),
      trouble: z.string().nullable(),
    }),
  ),
  crm: z.strictObject({ url: z.string(), apiKey: z.string() }),
  /** Microsoft's account by which meetings are opened; null where it was taken away again. */
  teams: z
    .strictObject({
      tenantId: z.string(),
      clientId: z.string(),
      clientSecret: z.string(),
      organizerId: z.string(),
      loginUrl: z.string(),
      graphUrl: z.string(),
    })
    .nullable(),
  /** With what this PC seals documents; null where it was taken away again. See `seal-port.ts`. */
  seal: z
    .strictObject({
      identity: z.strictObject({ certificates: z.array(z.string()).readonly(), key: z.string() }),
      /** Nobody has vouched for it; it is there for trials. */
      isSelfMade: z.boolean(),
    })
    .nullable(),
  timestampServer: z
    .strictObject({ url: z.string(), user: z.string().nullable(), password: z.string().nullable() })
    .nullable(),
  /** Meetings whose link is still to be mailed to the unit. */
  linkMails: z.array(z.string()),
  /** How far the upstream's feed has been read, in its own words, and the latest stamp that came with it. */
  feed: z.strictObject({ cursor: z.string(), stamp: z.string().nullable() }),
  /** How far back a gateway has been given what it lost; null where nothing was interrupted. */
  givingBack: z.strictObject({ below: z.int() }).nullable(),
  /** The same of the branch's hub. */
  hubFeed: z.strictObject({ cursor: z.string(), stamp: z.string().nullable() }),
  hubGivingBack: z.strictObject({ below: z.int() }).nullable(),
  /** Where the other PCs of the branch were last, by their keys. */
  pcAddresses: z.record(z.string(), z.array(z.strictObject({ host: z.string(), port: z.int() }))),
  /** Where this PC listens when it is the hub. */
  hubPort: z.int(),
  /** What this PC does about screens that nobody signs in to. */
  screens: screensServerSchema,
  /** Screens of this PC on which consumers read and sign. `usedAt` is null until one has come. */
  signers: z.partialRecord(
    z.enum(pairedPlaces),
    z.strictObject({ tokenHash: z.string(), pairedAt: z.string(), usedAt: z.string().nullable() }),
  ),
  /** As the hub: how far which PCs let it count today, and where its own counting began. See `number-bounds.ts`. */
  numberBounds: z.strictObject({
    serviceDay: z.string(),
    confirmed: z.record(z.string(), z.int()),
    witnesses: z.array(z.string()),
    above: z.record(z.string(), z.int()),
    isInLane: z.boolean(),
  }),
  /** As a joined PC: up to where the hub may have counted. */
  hubBounds: z.strictObject({
    hub: z.string(),
    serviceDay: z.string(),
    upTo: z.record(z.string(), z.int()),
    /** The hub knows that this PC may go on above it. */
    isGranted: z.boolean(),
  }),
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

type Kept = PayloadOf<'settings.changed'>['value'];

/** Read at every call of the queue: its text tells whether it is what was read before. Nobody changes what is given. */
const latest = new Map<SettingsDocument, { text: string; kept: Kept; value: unknown }>();

/** Undefined where there is none yet, and where this version can't read it: see `unreadableDocuments`. */
export async function readDocument<D extends SettingsDocument>(
  db: Reader,
  document: D,
): Promise<SettingsValue<D> | undefined> {
  // The table binds document and schema; the compiler can't follow the index.
  return (await readLatest(db, document))?.value as SettingsValue<D> | undefined;
}

async function keptDocument(db: Reader, document: SettingsDocument): Promise<Kept | undefined> {
  return (await readLatest(db, document))?.kept;
}

async function readLatest(db: Reader, document: SettingsDocument) {
  const row = await db
    .selectFrom('settings')
    .select('value')
    .where('document', '=', document)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const before = latest.get(document);
  if (before?.text === row.value) return before;
  const kept = z.json().parse(JSON.parse(row.value));
  const read = { text: row.value, kept, value: documents[document].safeParse(kept).data };
  latest.set(document, read);
  return read;
}

/** A document as it read when an entry was written: what was printed then says the same for ever. @param stamp of that entry */
export async function readDocumentAsOf<D extends SettingsDocument>(
  db: Reader,
  document: D,
  stamp: string,
): Promise<SettingsValue<D> | undefined> {
  const entries = inOrder(await entriesOfStream(db, { kind: 'settings', id: document }));
  const known = entries
    .filter(({ recordedAt }) => recordedAt <= stamp)
    .flatMap((entry) => knownEntry(entry) ?? [])
    .findLast(({ type }) => type === 'settings.changed');
  if (known?.type !== 'settings.changed') return undefined;
  // The table binds document and schema; the compiler can't follow the index.
  return documents[document].safeParse(known.payload.value).data as SettingsValue<D> | undefined;
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
 * The fact that a document now reads so, with the members of the kept one that this version passes over.
 * Undefined where the kept one can't be understood: it must not be written over.
 */
export async function changeDocument<D extends SettingsDocument>(
  db: Reader,
  document: D,
  value: SettingsValue<D>,
): Promise<NewEntry | undefined> {
  const kept = await keptDocument(db, document);
  if (kept !== undefined && !documents[document].safeParse(kept).success) return undefined;
  const next = keepingUnknown(kept ?? null, z.json().parse(value));
  return fact({ kind: 'settings', id: document }, 'settings.changed', { value: next });
}

/** The fact that a document reads so, whatever was there before. */
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
