import type { ErrorCode } from '../../../../src-shared/contract/errors.ts';
import { succeed } from '../../../../src-shared/contract/errors.ts';
import { attachmentLimits } from '../../../../src-shared/rules/attachment.ts';
import { DamagedFile } from '../../files/seal.ts';
import { type SealedFiles, sliceCount, sliceLength } from '../../files/sealed-files.ts';
import { systemActor } from '../../handler.ts';
import type { JobFailed } from '../../job-failed.ts';
import type { AttachmentStore, Clock } from '../../ports.ts';
import type { UpstreamLink } from '../../sync/upstream-link.ts';
import type { Writer } from '../../write.ts';
import { holdCopy, type KnownFile } from './attachment.repo.ts';
import type { InTurn } from './attachment-services.ts';
import type { Moves } from './moves.ts';

type Services = {
  readonly writer: Writer;
  readonly clock: Clock;
  readonly files: SealedFiles;
  readonly moves: Moves;
  readonly link: Pick<UpstreamLink, 'current'>;
  readonly inTurn: InTurn;
  readonly jobFailed: JobFailed;
};

export type Fetcher = {
  /**
   * Gets a file that this PC does not hold from the CRM and keeps it, once its digest is right.
   * @returns undefined when it is here; `attachment_on_its_way` where it takes longer than a person waits in silence
   */
  readonly fetch: (file: KnownFile) => Promise<ErrorCode | undefined>;
  /** Resolves when nothing is on its way. */
  readonly stop: () => Promise<void>;
};

const patienceMillis = 3_000;

export function createFetcher(services: Services): Fetcher {
  const { clock, files, moves, inTurn } = services;
  const running = new Map<string, Promise<ErrorCode | undefined>>();
  let isStopped = false;

  async function get(file: KnownFile): Promise<ErrorCode | undefined> {
    const upstream = await services.link.current();
    if (upstream === undefined || isStopped) return 'attachment_elsewhere';
    try {
      moves.set(file.id, { direction: 'fetching', moved: 0 });
      return await inTurn(file.id, () => download(file, upstream.attachments));
    } catch (error) {
      services.jobFailed('a file was not fetched', error);
      return 'attachment_elsewhere';
    } finally {
      moves.end(file.id);
    }
  }

  async function download(file: KnownFile, store: AttachmentStore): Promise<ErrorCode | undefined> {
    for (let index = await files.slices(file); index < sliceCount(file.size); index += 1) {
      const offset = index * attachmentLimits.slice;
      const length = sliceLength(file.size, index);
      const content = await store.content(file.id, offset, length);
      if (isStopped || !content.ok || content.value.length !== length) return 'attachment_elsewhere';
      await files.write(file, index, content.value);
      moves.set(file.id, { direction: 'fetching', moved: offset + length });
    }
    if (!(await isSound(file))) {
      await files.remove(file.id);
      return 'attachment_elsewhere';
    }
    await files.sync(file);
    await services.writer.write(systemActor, async ({ trx, touch }) => {
      await holdCopy(trx, file.id, true);
      touch('attachments');
      return succeed(null);
    });
    return undefined;
  }

  async function isSound(file: KnownFile): Promise<boolean> {
    try {
      return (await files.digest(file)) === file.sha256;
    } catch (error) {
      if (error instanceof DamagedFile) return false;
      throw error;
    }
  }

  return {
    fetch: (file) => {
      const fetching = running.get(file.id) ?? get(file).finally(() => running.delete(file.id));
      running.set(file.id, fetching);
      return Promise.race([fetching, after(clock, patienceMillis)]);
    },
    stop: async () => {
      isStopped = true;
      await Promise.all(running.values());
    },
  };
}

function after(clock: Clock, millis: number): Promise<ErrorCode> {
  return new Promise((resolve) => clock.after(millis, () => resolve('attachment_on_its_way')));
}
