import { createHash } from 'node:crypto';
import { fact } from '../../../../src-shared/ledger/entry-types.ts';
import {
  type DestructionState,
  itemKey,
  itemsLeft,
  type ListedItem,
  orderText,
} from '../../../../src-shared/ledger/reduce-destruction.ts';
import { sha256 } from '../../ledger/digest.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import { ownHead } from '../../ledger/own-log.ts';
import type { Work } from '../../write.ts';
import { dueItems } from './due-items.repo.ts';
import { personItems } from './person-items.repo.ts';
import { runStream } from './runs.repo.ts';
import { cutsOf, retentionClasses } from './shipped-retention.ts';

/**
 * The order, by which this database and every other one erase. What has come under a hold or has changed since it was
 * proposed, or would not be proposed under the periods that are in force now, is left.
 */
export async function orderRun(work: Work, run: DestructionState): Promise<void> {
  const listed = itemsLeft(run);
  const due = new Set((await stillDue(work.trx, run)).map(itemKey));
  const left: { kind: string; id: string; why: 'held' | 'changed' }[] = [];
  for (const item of listed)
    if (!due.has(itemKey(item)))
      left.push({
        kind: item.kind,
        id: item.id,
        why: (await isHeldNow(work.trx, item)) ? 'held' : 'changed',
      });
  const items = itemsLeft(run, left);
  const head = await ownHead(work.trx);
  const stamp = await latestStamp(work.trx);
  const erased = await entriesOf(work.trx, items, stamp);
  await work.append(
    fact(runStream(run.id), 'destruction.carriedOut', {
      left,
      counts: erased.counts,
      orderDigest: sha256(orderText(items)),
      entriesDigest: erased.digest,
      head,
    }),
  );
}

async function stillDue(db: Reader, run: DestructionState): Promise<readonly ListedItem[]> {
  const classes = await retentionClasses(db);
  const { asOf, requestId } = run.proposal;
  const isStaying = (id: string) => run.takenOut.has(itemKey({ kind: 'application', id }));
  if (requestId === null) {
    const listed = new Set(run.listed.keys());
    const cuts = cutsOf(classes, asOf);
    return dueItems(db, {
      cuts,
      // An application that a bounded run did not list stays, and so does what hangs on it.
      isStaying: (id) => isStaying(id) || !listed.has(itemKey({ kind: 'application', id })),
      limit: Number.MAX_SAFE_INTEGER,
    });
  }
  const consumerId = await consumerOf(db, requestId);
  if (consumerId === null) return [];
  return (await personItems(db, { consumerId, classes, asOf, isStaying })).items;
}

export async function consumerOf(db: Reader, applicationId: string): Promise<string | null> {
  const row = await db
    .selectFrom('applications')
    .select('consumer_id')
    .where('id', '=', applicationId)
    .executeTakeFirst();
  return row?.consumer_id ?? null;
}

async function isHeldNow(db: Reader, { kind, id }: ListedItem): Promise<boolean> {
  const consumerId = kind === 'application' ? await consumerOf(db, id) : null;
  const held = await db
    .selectFrom('holds')
    .select('stream_id')
    .where('stream_id', 'in', [id, consumerId ?? id])
    .executeTakeFirst();
  return held !== undefined;
}

async function latestStamp(db: Reader): Promise<string> {
  const row = await db
    .selectFrom('entries')
    .select((select) => select.fn.max('recorded_at').as('stamp'))
    .executeTakeFirst();
  return `${row?.stamp ?? ''}~`;
}

/** How many entries of each class go, and the digest over their hashes, in the order of the list's spelling. */
async function entriesOf(db: Reader, items: readonly ListedItem[], stamp: string) {
  const counts = new Map<string, { records: number; entries: number }>();
  const digest = createHash('sha256');
  const inOrder = items.toSorted((a, b) => (itemKey(a) < itemKey(b) ? -1 : 1));
  for (const { recordClass, kind, id, before } of inOrder) {
    const rows = await db
      .selectFrom('entries')
      .select('hash')
      .$if(kind === 'entry', (query) => query.where('id', '=', id))
      .$if(kind !== 'entry', (query) => query.where('stream_kind', '=', kind).where('stream_id', '=', id))
      .where('recorded_at', '<', before ?? stamp)
      .where('salt', 'is not', null)
      .orderBy('recorded_at')
      .orderBy('id')
      .execute();
    for (const { hash } of rows) digest.update(hash);
    const count = counts.get(recordClass) ?? { records: 0, entries: 0 };
    counts.set(recordClass, { records: count.records + 1, entries: count.entries + rows.length });
  }
  return {
    counts: [...counts].map(([recordClass, count]) => ({ recordClass, ...count })),
    digest: digest.digest('hex'),
  };
}
