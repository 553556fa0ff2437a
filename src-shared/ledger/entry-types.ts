import type { z } from 'zod';
import { applicationEntries } from './application-entries.ts';
import { attachmentEntries } from './attachment-entries.ts';
import { hubEntries, pcEntries } from './branch-entries.ts';
import { consentEntries } from './consent-entries.ts';
import { destructionEntries, holdEntries } from './destruction-entries.ts';
import type { Entry, NewEntry, Stream } from './entry.ts';
import { helpEntries } from './help-entries.ts';
import { meetingEntries } from './meeting-entries.ts';
import {
  auditEntries,
  consumerEntries,
  printEntries,
  settingsEntries,
  workstationEntries,
} from './other-entries.ts';
import { phoneEntries } from './phone-entries.ts';
import { screenEntries } from './screen-entries.ts';
import { callEntries, contactEntries } from './switchboard-entries.ts';
import { textEntries } from './text-entries.ts';
import { ticketEntries } from './ticket-entries.ts';

/** Every fact that this version of Banko knows, with the schema of its payload. */
export const entryTypes = {
  ...applicationEntries,
  ...attachmentEntries,
  ...consentEntries,
  ...ticketEntries,
  ...helpEntries,
  ...meetingEntries,
  ...contactEntries,
  ...callEntries,
  ...printEntries,
  ...consumerEntries,
  ...settingsEntries,
  ...auditEntries,
  ...workstationEntries,
  ...pcEntries,
  ...hubEntries,
  ...screenEntries,
  ...phoneEntries,
  ...textEntries,
  ...holdEntries,
  ...destructionEntries,
} as const;

export type EntryType = keyof typeof entryTypes;
export type PayloadOf<T extends EntryType> = z.infer<(typeof entryTypes)[T]>;

/** All types are at their first version; a changed payload gets a new number and an upcaster here. */
export const entryVersion = 1;

/** A fact of a known type. Throws ZodError where the payload is not of the type's schema: only a bug can do that. */
export function fact<T extends EntryType>(stream: Stream, type: T, payload: PayloadOf<T>): NewEntry {
  return { stream, type, version: entryVersion, payload: entryTypes[type].parse(payload) };
}

export type KnownEntry = {
  [T in EntryType]: { readonly type: T; readonly payload: PayloadOf<T>; readonly entry: Entry };
}[EntryType];

export type KnownOf<T extends EntryType> = Extract<KnownEntry, { readonly type: T }>;

/** Narrows to the types of one table, so that a fold's switch lists only what its stream can hold. */
export function isOneOf<T extends EntryType>(
  known: KnownEntry,
  table: Readonly<Record<T, unknown>>,
): known is KnownOf<T> {
  return Object.hasOwn(table, known.type);
}

export function isEntryType(type: string): type is EntryType {
  return Object.hasOwn(entryTypes, type);
}

/** Entries never change, and each projection of a stream asks for the same ones. */
const read = new WeakMap<Entry, { readonly known: KnownEntry | undefined }>();

/**
 * Reads an entry that came from anywhere. Undefined for a type or version that this Banko does not know yet,
 * an erased payload, or one that does not fit: the entry is kept all the same, the folds pass it over.
 */
export function knownEntry(entry: Entry): KnownEntry | undefined {
  const kept = read.get(entry);
  if (kept !== undefined) return kept.known;
  const known = readEntry(entry);
  read.set(entry, { known });
  return known;
}

function readEntry(entry: Entry): KnownEntry | undefined {
  if (!isEntryType(entry.type) || entry.version !== entryVersion || entry.salt === null) return undefined;
  const parsed = entryTypes[entry.type].safeParse(entry.payload);
  if (!parsed.success) return undefined;
  // The table binds type and payload to each other; the compiler can't follow the index.
  return { type: entry.type, payload: parsed.data, entry } as KnownEntry;
}
