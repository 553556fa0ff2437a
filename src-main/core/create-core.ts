import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Topic } from '../../src-shared/contract/define.ts';
import type { Announcement, Core } from './core.ts';
import { StoreTrouble } from './db/store-trouble.ts';
import { explainTrouble } from './explain-trouble.ts';
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
    for (const listener of listeners) {
      try {
        listener({ seq, topics });
      } catch (error) {
        // What was written stands; a window that just went away must not make it look refused.
        options.ports.log.error('a listener failed', {}, error);
      }
    }
  }

  async function open(): Promise<RunningCore> {
    try {
      await mkdir(join(options.dataDir, 'backups'), { recursive: true });
      return await startOnStore(options, announce, giveUp);
    } catch (error) {
      return createRecovery(options, explainTrouble(error, options.ports), reopen);
    }
  }

  /** Called by the recovery methods after they mended something; two at once are one. */
  function reopen(): Promise<void> {
    opening ??= openAgain().finally(() => {
      opening = undefined;
    });
    return opening;
  }

  async function openAgain(): Promise<void> {
    await closing;
    running = await open();
    if (isStarted) running.start();
    announce(['session', 'settings']);
  }

  /** Damage that was met in the middle of work: nothing more is written there, the screen says what can be done. */
  function giveUp(): void {
    const damaged = running;
    running = createRecovery(options, new StoreTrouble('damaged'), reopen);
    closing = damaged.stop().catch((error) => options.ports.log.error('the store did not close', {}, error));
    announce(['session', 'settings']);
  }

  let opening: Promise<void> | undefined;
  let closing: Promise<void> = Promise.resolve();
  let running = await open();

  return {
    dispatch: (caller, method, body) => running.dispatch(caller, method, body),
    screens: {
      identify: (token) => running.screens.identify(token),
      server: () => running.screens.server(),
      report: (listening) => running.screens.report(listening),
    },
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    wake: () => running.wake(),
    start: () => {
      isStarted = true;
      running.start();
    },
    stop: async () => {
      await running.stop();
      await closing;
    },
  };
}
