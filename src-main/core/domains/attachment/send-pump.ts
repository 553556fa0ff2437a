import { succeed } from '../../../../src-shared/contract/errors.ts';
import { gatewaySliceBytes } from '../../../../src-shared/contract/gateway-attachments.ts';
import { DamagedFile } from '../../files/seal.ts';
import type { FileName, SealedFiles } from '../../files/sealed-files.ts';
import { systemActor } from '../../handler.ts';
import type { JobFailed } from '../../job-failed.ts';
import type { Reader } from '../../ledger/entries.repo.ts';
import type { AttachmentStore, Clock, Ids, UpstreamFailure } from '../../ports.ts';
import type { UpstreamLink } from '../../sync/upstream-link.ts';
import { createWorker, type Worker } from '../../worker.ts';
import type { Writer } from '../../write.ts';
import { doubtAllCopies, markCopy, unsentFiles } from './attachment.repo.ts';
import type { Moves } from './moves.ts';
import type { Tidy } from './tidy.ts';

type Services = {
  readonly db: Reader;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly files: SealedFiles;
  readonly moves: Moves;
  readonly tidy: Tidy;
  readonly link: Pick<UpstreamLink, 'current'>;
  readonly jobFailed: JobFailed;
};

export type SendPump = Pick<Worker, 'idle' | 'stop'> & {
  readonly start: () => void;
  /** Something came that may be about a file; a pause that the CRM asked for is kept. */
  readonly nudge: () => void;
  /** The settings changed, or the CRM is back: try now. */
  readonly retry: () => void;
  /** The CRM was restored from a backup: whatever it had may be gone. */
  readonly sendAgain: () => Promise<void>;
};

/** What follows from one attempt: the next file, or a pause for all of them. */
type Outcome = 'sent' | 'later' | 'dropped' | { readonly failure: UpstreamFailure };

const firstBackoffMillis = 1_000;
const longestBackoffMillis = 60_000;
const refusedPauseMillis = 300_000;

/**
 * Brings the files of this PC to the CRM, one at a time and for ever, beside the exchange of entries. How far one has
 * come is asked of the CRM, never remembered, so that a cut line, a restart or a restored CRM go on by themselves.
 */
export function createSendPump(services: Services): SendPump {
  const { db, writer, clock, files, moves, link } = services;
  /** Of files that the CRM did not take, by id: the others must not wait for them. */
  const waits = new Map<string, { readonly failures: number; readonly until: number }>();
  let failures = 0;
  let pausedUntil = 0;
  let isStarted = false;
  let isTidied = false;
  let isStopping = false;
  let cancelTimer = () => {};

  const worker = createWorker(work, (error) => {
    services.jobFailed('files were not sent', error);
    schedule(longestBackoffMillis);
  });

  async function work(): Promise<void> {
    cancelTimer();
    await (isTidied ? services.tidy.afterNews() : services.tidy.atStart());
    isTidied = true;
    if (pausedUntil > clock.now()) return schedule(pausedUntil - clock.now());
    const upstream = await link.current();
    if (upstream === undefined) return;
    for (const file of await unsentFiles(db)) {
      if (isStopping) return;
      if ((waits.get(file.id)?.until ?? 0) > clock.now()) continue;
      const outcome = await send(file, upstream.attachments);
      moves.end(file.id);
      if (typeof outcome === 'object') return pause(outcome.failure);
      failures = 0;
      if (outcome === 'later') wait(file.id);
      else waits.delete(file.id);
    }
    lookAgain();
  }

  async function send(file: FileName, store: AttachmentStore): Promise<Outcome> {
    let state = await store.state(file.id);
    for (let sent = 0; ; ) {
      if (!state.ok) return outcomeOf(state.failure);
      if (state.value.isWithdrawn) return 'later';
      if (state.value.isComplete) return keepSent(file.id);
      const { received } = state.value;
      // One that does not go on, or goes back, would be sent to for ever.
      if (isStopping || state.value.size !== file.size || received >= file.size || received < sent)
        return 'later';
      moves.set(file.id, { direction: 'sending', moved: received });
      const bytes = await readOrMark(file, received);
      if (bytes === undefined) return 'dropped';
      sent = received + 1;
      state = await store.send(file.id, received, bytes);
    }
  }

  async function readOrMark(file: FileName, offset: number): Promise<Uint8Array | undefined> {
    try {
      return await files.read(file, offset, gatewaySliceBytes);
    } catch (error) {
      if (!(error instanceof DamagedFile)) throw error;
      services.jobFailed('a file on this PC is damaged', error);
      await change(file.id, { is_damaged: 1 });
      return undefined;
    }
  }

  async function keepSent(id: string): Promise<Outcome> {
    await change(id, { is_at_crm: 1 });
    return 'sent';
  }

  async function change(id: string, to: Parameters<typeof markCopy>[2]): Promise<void> {
    await writer.write(systemActor, async ({ trx, touch }) => {
      await markCopy(trx, id, to);
      touch('attachments');
      return succeed(null);
    });
  }

  /** A refusal is about this file: its entry is not there yet, or its content did not arrive as it was. */
  function outcomeOf(failure: UpstreamFailure): Outcome {
    return failure.kind === 'rejected' ? 'later' : { failure };
  }

  function pause(failure: UpstreamFailure): void {
    pausedUntil = clock.now() + pauseAfter(failure);
    schedule(pausedUntil - clock.now());
  }

  function pauseAfter(failure: UpstreamFailure): number {
    if (failure.kind === 'refused') return refusedPauseMillis;
    if (failure.kind === 'slow_down') return failure.retryAfterMs;
    failures += 1;
    return backoff(failures);
  }

  function backoff(times: number): number {
    const [byte = 0] = services.ids.randomBytes(1);
    return Math.min(firstBackoffMillis * 2 ** (times - 1), longestBackoffMillis) * (0.5 + byte / 256);
  }

  function wait(id: string): void {
    const times = (waits.get(id)?.failures ?? 0) + 1;
    waits.set(id, { failures: times, until: clock.now() + backoff(times) });
  }

  function lookAgain(): void {
    const next = Math.min(...[...waits.values()].map(({ until }) => until));
    if (Number.isFinite(next)) schedule(Math.max(next - clock.now(), 0));
  }

  function schedule(millis: number): void {
    cancelTimer();
    cancelTimer = clock.after(millis, worker.wake);
  }

  function retry(): void {
    if (!isStarted) return;
    failures = 0;
    pausedUntil = 0;
    waits.clear();
    worker.wake();
  }

  return {
    start: () => {
      isStarted = true;
      retry();
    },
    nudge: () => {
      if (isStarted) worker.wake();
    },
    retry,
    sendAgain: async () => {
      await writer.write(systemActor, async ({ trx, touch }) => {
        await doubtAllCopies(trx);
        touch('attachments');
        return succeed(null);
      });
      retry();
    },
    idle: worker.idle,
    stop: async () => {
      isStopping = true;
      cancelTimer();
      await worker.stop();
      cancelTimer();
    },
  };
}
