import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Logger, SampleGateway, UpstreamTarget } from '../core/ports.ts';
import { type ChildService, endService, startService } from './child-service.ts';

const readyLineSchema = z.object({
  url: z.url(),
  pages: z.record(z.string(), z.string()),
  demo: z.object({ apiKey: z.string(), members: z.array(z.unknown()) }),
});
type ReadyLine = z.infer<typeof readyLineSchema>;
export type GatewayReady = ReadyLine & { readonly pid: number | undefined };

export type SampleGatewayOptions = {
  /** The gateway's program. It is a process of its own and never imported. */
  readonly script: string;
  readonly dataDir: string;
  readonly log: Logger;
  readonly env?: NodeJS.ProcessEnv;
};

export type SampleGatewayProcess = SampleGateway & {
  /** What the gateway said when it was ready; undefined while none runs. */
  readonly ready: () => GatewayReady | undefined;
  readonly stop: () => Promise<void>;
};

const restartAfterMs = 1_000;
const patientRestartAfterMs = 30_000;

/**
 * The reference CRM gateway as a child process beside a workplace with sample data. It keeps its port over
 * restarts, because the counter has its address in the settings, and is started again when it died.
 */
export function createSampleGateway(options: SampleGatewayOptions): SampleGatewayProcess {
  const folder = join(options.dataDir, 'crm');
  let running: ChildService<ReadyLine> | undefined;
  let starting: Promise<UpstreamTarget> | undefined;
  let restart: NodeJS.Timeout | undefined;
  let isStopped = false;

  return {
    start: () => {
      starting ??= launch().catch((error: unknown) => {
        starting = undefined;
        throw error;
      });
      return starting;
    },
    ready: () => running && { ...running.ready, pid: running.child.pid },
    stop: async () => {
      isStopped = true;
      clearTimeout(restart);
      await starting?.catch(() => undefined);
      if (running !== undefined) await endService(running.child);
      running = undefined;
    },
  };

  async function launch(): Promise<UpstreamTarget> {
    const { child, ready } = await startGateway(options, folder);
    running = { child, ready };
    child.once('exit', (code) => {
      running = undefined;
      starting = undefined;
      if (isStopped) return;
      options.log.warn('sample gateway ended', { code });
      restart = setTimeout(startAgain, restartAfterMs);
    });
    return { url: ready.url, apiKey: ready.demo.apiKey };
  }

  function startAgain(): void {
    if (isStopped || starting !== undefined) return;
    starting = launch();
    starting.catch((error: unknown) => {
      options.log.error('sample gateway did not start again', {}, error);
      starting = undefined;
      restart = setTimeout(startAgain, patientRestartAfterMs);
    });
  }
}

async function startGateway(options: SampleGatewayOptions, folder: string) {
  mkdirSync(folder, { recursive: true });
  const portFile = join(folder, 'port');
  const known = readPort(portFile);
  // One that a killed Banko left behind needs a moment to end; then another program may have the port.
  const attempts = known === 0 ? [0, 0, 0] : [known, known, known, known, 0];
  let trouble: unknown;
  for (const port of attempts) {
    try {
      const service = await startService({
        script: options.script,
        flags: ['--demo', '--port', String(port), '--data-dir', folder],
        // Sample data never goes into a database that somebody set up for real work.
        env: { ...options.env, DATABASE_URL: '' },
        readyWithinMs: 60_000,
        parseReady,
      });
      writeFileSync(portFile, new URL(service.ready.url).port);
      return service;
    } catch (error) {
      trouble = error;
      await pause(500);
    }
  }
  throw trouble;
}

function parseReady(line: string): ReadyLine | undefined {
  try {
    return readyLineSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

function readPort(file: string): number {
  try {
    const port = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : 0;
  } catch {
    return 0;
  }
}
