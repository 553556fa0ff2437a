import type { Transaction } from 'kysely';
import type { Topic } from '../../src-shared/contract/define.ts';
import { fail, type Result, succeed } from '../../src-shared/contract/errors.ts';
import { type LogHead, sealEntry } from '../../src-shared/ledger/chain.ts';
import type { Entry, NewEntry, Stream } from '../../src-shared/ledger/entry.ts';
import type { HybridClock } from '../../src-shared/ledger/hybrid-clock.ts';
import type { OpenStore } from './db/open.ts';
import type { Schema } from './db/schema.ts';
import { sha256 } from './ledger/digest.ts';
import { insertEntry, type Reader } from './ledger/entries.repo.ts';
import { moveHead, ownHead } from './ledger/own-log.ts';
import type { Ports } from './ports.ts';
import { project, topicsOf } from './projections/project.ts';

/** One unit of work: everything in it is in the store, or nothing is. No I/O but the store's inside it. */
export type Work = {
  readonly trx: Transaction<Schema>;
  /** Adds a fact to this store's log. */
  readonly append: (fact: NewEntry) => Promise<Entry>;
  /** Keeps an entry as it is: of another log (or one of our own that a backup had lost); false where it was here already. */
  readonly take: (entry: Entry) => Promise<boolean>;
  /** Brings the projections to what was appended so far, so that the rest of the unit can read them. */
  readonly settle: () => Promise<void>;
  /** Goes on in another log from here: after a fork, or when our own entries have come back. */
  readonly continueIn: (head: LogHead) => void;
  /** Names what changed outside the ledger, such as this workstation's printer. */
  readonly touch: (topic: Topic) => void;
};

/** Answers a replayed command with what it answered the first time. */
export type Receipt = { readonly commandId: string; readonly method: string; readonly userId: string };

export type Writer = {
  readonly write: <T>(
    actor: string,
    body: (work: Work) => Promise<Result<T>>,
    receipt?: Receipt,
  ) => Promise<Result<T>>;
};

/** What a unit of work has left in the store. */
export type Committed = {
  /** By position. */
  readonly entries: readonly PlacedEntry[];
  /** This store's own log has grown: there is something to be sent. */
  readonly hasGrown: boolean;
};
export type PlacedEntry = { readonly position: number; readonly entry: Entry };

export type WriterOptions = {
  readonly store: OpenStore;
  readonly ports: Pick<Ports, 'clock' | 'ids'>;
  readonly hybridClock: HybridClock;
  /** After the commit, once per unit of work that changed something; in the order of the commits. */
  readonly announce: (topics: readonly Topic[], committed: Committed) => void;
};

/** Carries a refusal out of the transaction, so that Kysely rolls it back. */
class Refused extends Error {
  readonly result: ReturnType<typeof fail>;

  constructor(result: ReturnType<typeof fail>) {
    super('Refused');
    this.result = result;
  }
}

export function createWriter(options: WriterOptions): Writer {
  const { store, announce } = options;

  async function write<T>(
    actor: string,
    body: (work: Work) => Promise<Result<T>>,
    receipt?: Receipt,
  ): Promise<Result<T>> {
    const changed = new Set<Topic>();
    const placed: PlacedEntry[] = [];
    let hasGrown = false;
    try {
      const value = await store.db.transaction().execute(async (trx) => {
        const first = receipt === undefined ? undefined : await firstAnswer<T>(trx, receipt);
        if (first !== undefined) return first;
        const result = await unitOfWork(trx, actor, body, changed, placed, options);
        if (!result.ok) throw new Refused(result);
        if (receipt !== undefined) await keepReceipt(trx, receipt, result.value, options.ports.clock.now());
        hasGrown = result.hasGrown;
        return succeed(result.value);
      });
      if (changed.size > 0 || placed.length > 0) announce([...changed], { entries: placed, hasGrown });
      return value;
    } catch (error) {
      if (error instanceof Refused) return error.result;
      throw error;
    }
  }

  return { write };
}

async function unitOfWork<T>(
  trx: Transaction<Schema>,
  actor: string,
  body: (work: Work) => Promise<Result<T>>,
  changed: Set<Topic>,
  placed: PlacedEntry[],
  { ports, hybridClock }: WriterOptions,
): Promise<Result<T> & { readonly hasGrown: boolean }> {
  const before = await ownHead(trx);
  const touched = new Map<string, Stream>();
  let head = before;

  /** False where it was here already. */
  async function place(entry: Entry): Promise<boolean> {
    const inserted = await insertEntry(trx, entry);
    if (inserted === undefined) return false;
    placed.push(inserted);
    touched.set(`${entry.stream.kind}/${entry.stream.id}`, entry.stream);
    return true;
  }

  async function settle(): Promise<void> {
    for (const topic of topicsOf(touched.values())) changed.add(topic);
    const streams = [...touched.values()];
    touched.clear();
    for (const stream of streams) await project(trx, stream);
  }

  const result = await body({
    trx,
    append: async (fact) => {
      const entry = sealEntry(
        fact,
        head,
        {
          id: ports.ids.uuid(),
          recordedAt: hybridClock.next(),
          at: new Date(ports.clock.now()).toISOString(),
          actor,
          salt: Buffer.from(ports.ids.randomBytes(16)).toString('hex'),
        },
        sha256,
      );
      if (!(await place(entry))) throw new Error('The log has an entry at this place already');
      head = { log: entry.log, seq: entry.seq, hash: entry.hash };
      return entry;
    },
    take: async (entry) => {
      hybridClock.observe(entry.recordedAt);
      return place(entry);
    },
    settle,
    continueIn: (next) => {
      head = next;
    },
    touch: (topic) => changed.add(topic),
  });

  if (result.ok) {
    await settle();
    if (head !== before) await moveHead(trx, head);
  }
  return { ...result, hasGrown: head !== before };
}

/** What a command answered when it was carried out; undefined where it was not. */
export async function firstAnswer<T>(db: Reader, receipt: Receipt): Promise<Result<T> | undefined> {
  const kept = await db
    .selectFrom('receipts')
    .select(['method', 'user_id', 'answer'])
    .where('command_id', '=', receipt.commandId)
    .executeTakeFirst();
  if (kept === undefined) return undefined;
  const isSame = kept.method === receipt.method && kept.user_id === receipt.userId;
  return isSame ? succeed(JSON.parse(kept.answer)) : fail('command_reused');
}

async function keepReceipt(
  trx: Transaction<Schema>,
  receipt: Receipt,
  answer: unknown,
  now: number,
): Promise<void> {
  await trx
    .insertInto('receipts')
    .values({
      command_id: receipt.commandId,
      method: receipt.method,
      user_id: receipt.userId,
      answer: JSON.stringify(answer),
      at: new Date(now).toISOString(),
    })
    .execute();
}
