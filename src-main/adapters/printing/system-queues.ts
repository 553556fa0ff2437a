import type { FoundPrinters } from '../../../src-shared/contract/printers.ts';
import type { Printers, PrintOutcome } from '../../core/ports.ts';

export type QueueJob = {
  /** In the system's list of jobs, where anybody may read it. */
  readonly title: string;
  /** `raw` reaches the printer byte by byte; `pdf` is drawn by the system on A4. */
  readonly format: 'raw' | 'pdf';
  readonly bytes: Uint8Array;
};

/** The printers that this machine's system knows. */
export type SystemQueues = Pick<Printers, 'follow' | 'resume'> & {
  readonly print: (queue: string, job: QueueJob) => Promise<PrintOutcome>;
  readonly list: () => Promise<Pick<FoundPrinters, 'queues' | 'queuesTrouble'>>;
};
