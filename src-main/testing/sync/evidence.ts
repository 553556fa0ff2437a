import { join } from 'node:path';
import type { Entry } from '../../../src-shared/ledger/entry.ts';
import { foldApplication } from '../../../src-shared/ledger/reduce-application.ts';
import { foldHelp } from '../../../src-shared/ledger/reduce-help.ts';
import { foldTicket } from '../../../src-shared/ledger/reduce-ticket.ts';
import { openStore } from '../../core/db/open.ts';
import { entryOf } from '../../core/ledger/entries.repo.ts';
import { type Verification, verifyLedger } from '../../core/ledger/verify.ts';
import { storeFile } from '../../core/running-core.ts';
import { testStoreKey } from '../make-core.ts';
import type { Central } from './central.ts';
import type { Counter } from './counter.ts';

export type StoreEvidence = { readonly entries: readonly Entry[]; readonly verification: Verification };

/** What a stopped counter's store holds, read past the core. */
export async function readStore(dataDir: string): Promise<StoreEvidence> {
  const store = openStore(join(dataDir, storeFile), testStoreKey);
  try {
    const rows = await store.db.selectFrom('entries').selectAll().orderBy('position').execute();
    return { entries: rows.map(entryOf), verification: await verifyLedger(store.db) };
  } finally {
    await store.db.destroy();
  }
}

/** Exchanges until everything has arrived everywhere; fails where that takes longer than it ever should. */
export async function untilQuiet(central: Central, counters: readonly Counter[]): Promise<void> {
  let before = '';
  for (let round = 0; round < 40; round += 1) {
    for (const counter of counters) await counter.exchange();
    await central.sendSms();
    const states = await Promise.all(counters.map((counter) => counter.crm()));
    const isSent = states.every((crm) => crm.state === 'online' && crm.unsent === 0);
    const now = isSent ? String((await central.entries(counters[0]?.branch ?? '')).length) : '';
    if (isSent && now === before) {
      // What the last counter sent has yet to reach the first.
      for (const counter of counters) await counter.exchange();
      return;
    }
    before = now;
  }
  const states = await Promise.all(counters.map((counter) => counter.crm()));
  throw new Error(`The exchange did not come to rest: ${JSON.stringify(states)}`);
}

type StoreSummary = {
  /** One line per entry, the same on every database that holds it. */
  readonly entries: readonly string[];
  /** Where a chain or a seal does not verify. */
  readonly fault: object | null;
  /** What the folds make of all applications, tickets and calls for help. */
  readonly folds: Readonly<Record<string, unknown>>;
};

/** The entries of the gateway, and what each counter holds beside them, when all is quiet. */
export async function collect(central: Central, counters: readonly Counter[]) {
  await untilQuiet(central, counters);
  const entries = await central.entries(counters[0]?.branch ?? '');
  const stores: StoreSummary[] = [];
  for (const counter of counters) {
    await counter.stop();
    const store = await readStore(counter.dataDir);
    stores.push({
      entries: setOf(store.entries),
      fault: store.verification.fault,
      folds: foldsOf(store.entries),
    });
    await counter.restart();
  }
  const atGateway: StoreSummary = { entries: setOf(entries), fault: null, folds: foldsOf(entries) };
  return { entries, atGateway, stores };
}

/** One line per entry, the same on every database that holds it. */
export function setOf(entries: readonly Entry[]): readonly string[] {
  return entries.map(({ log, seq, id, hash }) => `${id} ${log} ${seq} ${hash}`).sort();
}

/** What the folds make of all applications, tickets and calls for help. */
export function foldsOf(entries: readonly Entry[]): Readonly<Record<string, unknown>> {
  const folded: Record<string, unknown> = {};
  const streams = Map.groupBy(entries, ({ stream }) => `${stream.kind}/${stream.id}`);
  for (const name of [...streams.keys()].sort()) {
    const stream = streams.get(name) ?? [];
    if (name.startsWith('application/')) folded[name] = foldApplication(stream);
    if (name.startsWith('ticket/')) folded[name] = foldTicket(stream);
    if (name.startsWith('help/')) folded[name] = foldHelp(stream);
  }
  return folded;
}
