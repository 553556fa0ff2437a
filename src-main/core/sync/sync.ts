import type { JobFailed } from '../job-failed.ts';
import type { Reader } from '../ledger/entries.repo.ts';
import { ownLogs } from '../ledger/own-log.ts';
import type { Clock, Ids, Logger, Upstream, UpstreamFailure, UpstreamResult } from '../ports.ts';
import { createWorker } from '../worker.ts';
import type { Writer } from '../write.ts';
import { giveBack } from './give-back.ts';
import { pull } from './pull.ts';
import { push } from './push.ts';
import { reconcile } from './reconcile.ts';
import type { UpstreamLink } from './upstream-link.ts';
import type { UpstreamName } from './upstream-places.ts';

export type SyncServices = {
  readonly db: Reader;
  readonly writer: Writer;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Logger;
  readonly jobFailed: JobFailed;
  readonly link: Pick<UpstreamLink, 'current' | 'succeeded' | 'failed' | 'notConfigured'>;
  readonly told: UpstreamName;
  readonly version: string;
  /** The upstream was restored from an old backup and has lost what it was told; called before it is told again. */
  readonly onRestarted?: () => Promise<void>;
};

export type Sync = {
  /** Nothing is exchanged before this. */
  readonly start: () => void;
  /** Something was written: send it soon, unless the upstream has asked for a pause. */
  readonly nudge: () => void;
  /** Try now, pause or not: the settings changed, or a person asked. */
  readonly retry: () => void;
  /** Resolves when no exchange runs. */
  readonly idle: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const pollMillis = 2_000;
const firstBackoffMillis = 1_000;
const longestBackoffMillis = 60_000;
const refusedPauseMillis = 300_000;

/** The exchange of logs with the upstream, beside the work and for ever: it never gives up on an entry. */
export function createSync(services: SyncServices): Sync {
  const { clock, link } = services;
  let failures = 0;
  let pausedUntil = 0;
  let isConfirmed = false;
  let retries = 0;
  let isStarted = false;
  let cancelTimer = () => {};

  const worker = createWorker(round, (error) => {
    services.jobFailed('sync round failed', error);
    schedule(longestBackoffMillis);
  });

  async function round(): Promise<void> {
    // Something written while the last request was on its way must not cut a pause short.
    const pause = pausedUntil - clock.now();
    if (pause > 0) return schedule(pause);
    const upstream = await link.current();
    if (upstream === undefined) return link.notConfigured();
    const before = retries;
    const result = await exchange(upstream);
    if (result.ok) {
      failures = 0;
      link.succeeded();
      schedule(pollMillis);
      return;
    }
    isConfirmed = false;
    link.failed(result.failure);
    // The settings changed meanwhile: the worker tries them next, and what failed says nothing of them.
    if (retries > before) return;
    pausedUntil = clock.now() + pauseAfter(result.failure);
    schedule(pausedUntil - clock.now());
  }

  async function exchange(upstream: Upstream): Promise<UpstreamResult<null>> {
    const told = await tell(upstream);
    if (!told.ok) return told;
    const pulled = await pull(services, upstream, 'pause');
    if (!pulled.ok) return pulled;
    if (!pulled.value.isRestarted) return { ok: true, value: null };
    await services.onRestarted?.();
    const given = await giveBack(services, upstream);
    if (!given.ok) return given;
    isConfirmed = false;
    const toldAgain = await tell(upstream);
    if (!toldAgain.ok) return toldAgain;
    const pulledAgain = await pull(services, upstream, 'go_on');
    return pulledAgain.ok ? { ok: true, value: null } : pulledAgain;
  }

  async function tell(upstream: Upstream): Promise<UpstreamResult<null>> {
    if (!isConfirmed) {
      const compared = await compareAll(upstream);
      if (!compared.ok) return compared;
      isConfirmed = true;
    }
    return push(services, upstream);
  }

  /** Also the logs that were closed: an upstream from an old backup may have lost the end of one. */
  async function compareAll(upstream: Upstream): Promise<UpstreamResult<null>> {
    for (const { log } of await ownLogs(services.db, services.told)) {
      const head = await upstream.head(log);
      if (!head.ok) return head;
      const reconciled = await reconcile(services, upstream, head.value);
      if (!reconciled.ok) return reconciled;
    }
    return { ok: true, value: null };
  }

  function pauseAfter(failure: UpstreamFailure): number {
    if (failure.kind === 'refused') return refusedPauseMillis;
    if (failure.kind === 'slow_down') return failure.retryAfterMs;
    failures += 1;
    const backoff = Math.min(firstBackoffMillis * 2 ** (failures - 1), longestBackoffMillis);
    return backoff * (0.5 + jitter(services.ids));
  }

  function schedule(millis: number): void {
    cancelTimer();
    cancelTimer = clock.after(millis, worker.wake);
  }

  function retry(): void {
    if (!isStarted) return;
    retries += 1;
    failures = 0;
    pausedUntil = 0;
    isConfirmed = false;
    worker.wake();
  }

  return {
    start: () => {
      isStarted = true;
      retry();
    },
    nudge: () => {
      if (isStarted && clock.now() >= pausedUntil) worker.wake();
    },
    retry,
    idle: worker.idle,
    stop: async () => {
      cancelTimer();
      await worker.stop();
      cancelTimer();
    },
  };
}

/** In [0, 1): keeps thirty counters from coming back in the same second. */
function jitter(ids: Ids): number {
  const [byte = 0] = ids.randomBytes(1);
  return byte / 256;
}
