import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Topic } from '../../src-shared/contract/define.ts';
import type { Announcement, Core } from './core.ts';
import { troubleKindOf } from './db/store-trouble.ts';
import type { Ports } from './ports.ts';
import { createRecovery } from './recovery.ts';
import { type RunningCore, startOnStore } from './running-core.ts';

export type CoreOptions = {
  /** Holds the store, its backups and its logs; made where it is missing. */
  readonly dataDir: string;
  readonly ports: Ports;
  readonly version: string;
};

/**
 * The composition root. Always gives a core: where the store can't be opened, one that answers `system.state`
 * with the trouble and knows the recovery methods, and turns into a working one when they succeed.
 */
export async function createCore(options: CoreOptions): Promise<Core> {
  const listeners = new Set<(announcement: Announcement) => void>();
  let seq = 0;
  let isStarted = false;

  function announce(topics: readonly Topic[]): void {
    seq += 1;
    for (const listener of listeners) listener({ seq, topics });
  }

  async function open(): Promise<RunningCore> {
    try {
      await mkdir(join(options.dataDir, 'backups'), { recursive: true });
      return await startOnStore(options, announce);
    } catch (error) {
      const kind = troubleKindOf(error);
      if (kind === undefined) throw error;
      options.ports.log.error('the store did not open', { kind }, error);
      return createRecovery(options, kind, reopen);
    }
  }

  /** Called by the recovery methods after they mended something. */
  async function reopen(): Promise<void> {
    running = await open();
    if (isStarted) running.start();
    announce(['session', 'settings']);
  }

  let running = await open();

  return {
    dispatch: (caller, method, body) => running.dispatch(caller, method, body),
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start: () => {
      isStarted = true;
      running.start();
    },
    stop: () => running.stop(),
  };
}
