import { succeed } from '../../../../src-shared/contract/errors.ts';
import { type SealedFiles, sliceCount } from '../../files/sealed-files.ts';
import { systemActor } from '../../handler.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock } from '../../ports.ts';
import type { Writer } from '../../write.ts';
import { dropUploads, forgetCopies, holdCopy, knownFile, withdrawnCopies } from './attachment.repo.ts';
import type { InTurn } from './attachment-services.ts';

type Services = {
  readonly db: Reader;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly files: SealedFiles;
  readonly inTurn: InTurn;
};

/** Keeps the folder of files and what the store says of it together. */
export type Tidy = {
  /** Once, when the core starts: a power cut or a restored backup may have parted the two. */
  readonly atStart: () => Promise<void>;
  /** After entries have come: what was withdrawn goes, and a file whose entry has come back is held again. */
  readonly afterNews: () => Promise<void>;
};

const dayMillis = 86_400_000;
/** A half upload is given up after a week; whoever brought the paper is long gone. */
const halfKeptMillis = 7 * dayMillis;
/** So long a finished file waits for its registration, and a file that no entry names for its entry. */
const waitingKeptMillis = 30 * dayMillis;

export function createTidy({ db, writer, clock, files, inTurn }: Services): Tidy {
  /** Files on the disk of which the store knows nothing: their entries may come back with the next exchange. */
  let strays: readonly string[] = [];

  function change(body: (trx: Reader) => Promise<void>): Promise<unknown> {
    return writer.write(systemActor, async ({ trx, touch }) => {
      await body(trx);
      touch('attachments');
      return succeed(null);
    });
  }

  async function dropOldUploads(): Promise<void> {
    const before = (millis: number) => new Date(clock.now() - millis).toISOString();
    const old = await db
      .selectFrom('attachment_uploads')
      .select('id')
      .where((where) =>
        where.or([
          where.and([where('finished_at', 'is', null), where('begun_at', '<', before(halfKeptMillis))]),
          where('finished_at', '<', before(waitingKeptMillis)),
        ]),
      )
      .execute();
    const ids = old.map(({ id }) => id);
    if (ids.length === 0) return;
    await change((trx) => dropUploads(trx, ids));
    for (const id of ids) await files.remove(id);
  }

  async function compareWithFolder(): Promise<void> {
    const found = await files.list();
    const here = new Set(found.map(({ id }) => id));
    const held = (await db.selectFrom('attachment_copies').select('attachment_id').execute()).map(
      (row) => row.attachment_id,
    );
    const uploading = (await db.selectFrom('attachment_uploads').select('id').execute()).map(({ id }) => id);
    const lost = held.filter((id) => !here.has(id));
    if (lost.length > 0) await change((trx) => forgetCopies(trx, lost));
    const known = new Set([...held, ...uploading]);
    const unknown = found.filter(({ id }) => !known.has(id));
    const isOld = (changedAt: number) => clock.now() - changedAt > waitingKeptMillis;
    strays = unknown.map(({ id }) => id);
    await adopt();
    for (const { id, changedAt } of unknown)
      if (strays.includes(id) && isOld(changedAt) && (await knownFile(db, id)) === undefined)
        await files.remove(id);
  }

  /** A store restored from a backup gets its entries back by the exchange; the files never left. */
  async function adopt(): Promise<void> {
    const left: string[] = [];
    for (const id of strays) {
      const file = await knownFile(db, id);
      if (file === undefined) left.push(id);
      else if (file.isWithdrawn) await files.remove(id);
      // One that is partly there is being fetched: the next look goes on with it.
      else if ((await files.slices(file)) === sliceCount(file.size))
        await change((trx) => holdCopy(trx, id, false));
    }
    strays = left;
  }

  async function removeWithdrawn(): Promise<void> {
    for (const id of await withdrawnCopies(db))
      await inTurn(id, async () => {
        // The bytes first: while the row stands, a start after a power cut comes here again.
        await files.remove(id);
        await change((trx) => forgetCopies(trx, [id]));
      });
  }

  async function afterNews(): Promise<void> {
    await removeWithdrawn();
    if (strays.length > 0) await adopt();
  }

  return {
    atStart: async () => {
      await dropOldUploads();
      await compareWithFolder();
      await afterNews();
    },
    afterNews,
  };
}
