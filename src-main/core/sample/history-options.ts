import type { Desk } from '../../../src-shared/contract/session.ts';
import type { NewEntry } from '../../../src-shared/ledger/entry.ts';
import type { Role } from '../../../src-shared/ledger/other-entries.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';

export type HistoryOptions = {
  /** The same seed and options give the same history, to the byte. */
  readonly seed: number;
  readonly consumers: number;
  readonly applications: number;
  readonly branch: { readonly code: string; readonly name: string };
  /** Workstations whose application numbers are used; each gives at most 90,000 a year. */
  readonly workstationNos: readonly [number, ...number[]];
  readonly desks: readonly [Desk, ...Desk[]];
  readonly users: readonly { readonly id: string; readonly role: Role }[];
  /** Milliseconds since 1970; nothing happens outside. */
  readonly from: number;
  readonly to: number;
  readonly catalogue: Catalogue;
  readonly trackingUrl: string;
  /** Leaves out what printers and the SMS gateway report: a third of the entries, and nothing that is searched. */
  readonly isLean?: boolean;
};

/** A fact with who stated it and when. */
export type TimedFact = { readonly at: number; readonly actor: string; readonly fact: NewEntry };
