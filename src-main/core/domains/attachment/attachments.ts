import { join } from 'node:path';
import type { Audit } from '../../audit.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { createSealedFiles, type SealedFiles } from '../../files/sealed-files.ts';
import type { JobFailed } from '../../job-failed.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { Clock, Ids } from '../../ports.ts';
import type { UpstreamLink } from '../../sync/upstream-link.ts';
import type { Writer } from '../../write.ts';
import { attachmentService } from './attachment.service.ts';
import { createTurns } from './attachment-services.ts';
import { createFetcher } from './fetch.ts';
import { createMoves } from './moves.ts';
import { createSendPump } from './send-pump.ts';
import { createTidy } from './tidy.ts';

type Parts = {
  readonly dataDir: string;
  readonly storeKey: Uint8Array;
  readonly db: Reader;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly catalogue: Catalogue;
  readonly audit: Audit;
  readonly link: Pick<UpstreamLink, 'current'>;
  readonly jobFailed: JobFailed;
  /** Where a file stands has changed without anything being written. */
  readonly onMoved: () => void;
};

export type Attachments = {
  readonly handlers: ReturnType<typeof attachmentService>;
  readonly pump: Omit<ReturnType<typeof createSendPump>, 'stop'>;
  readonly files: Pick<SealedFiles, 'remove'>;
  readonly stop: () => Promise<void>;
};

/** All that has to do with files, put together: the calls, the pump to the CRM and the way back. */
export function createAttachments({ dataDir, storeKey, onMoved, ...parts }: Parts): Attachments {
  const files = createSealedFiles(join(dataDir, 'files'), storeKey, parts.ids);
  const moves = createMoves(onMoved);
  const inTurn = createTurns();
  const shared = { ...parts, files, moves, inTurn };
  const fetcher = createFetcher(shared);
  const pump = createSendPump({ ...shared, tidy: createTidy(shared) });
  return {
    handlers: attachmentService({ ...shared, fetcher }),
    pump,
    files,
    stop: async () => {
      await Promise.all([fetcher.stop(), pump.stop()]);
    },
  };
}
