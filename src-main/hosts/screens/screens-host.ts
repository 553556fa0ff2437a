import type { FastifyInstance } from 'fastify';
import type { ScreensServer } from '../../../src-shared/contract/screen.ts';
import { createWorker } from '../../core/worker.ts';
import { portOf } from '../http/http-app.ts';
import { createScreensServer, type ScreensServerOptions } from './server.ts';

export type ScreensHost = { readonly stop: () => Promise<void> };

type Serving = { readonly app: FastifyInstance; readonly asked: number };

const lookAgainMs = 10_000;

/**
 * Serves screens on this PC for as long as its administrator wants it, on the port that is set, and tells the core
 * what became of it. A port that is taken is tried again until it is free.
 */
export function openScreensHost(options: ScreensServerOptions): ScreensHost {
  const { core, log } = options;
  let serving: Serving | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const worker = createWorker(review, (error) => {
    log.error('screens are not served', {}, error);
    lookAgain();
  });

  async function review(): Promise<void> {
    const wanted = await core.screens.server();
    // A store in trouble can't say; whoever is connected stays, and is told so.
    if (wanted === undefined) return;
    if (serving !== undefined && (!wanted.isOn || serving.asked !== wanted.port)) await end();
    if (!wanted.isOn) core.screens.report({ state: 'off' });
    else if (serving === undefined) await begin(wanted);
  }

  async function begin({ port }: ScreensServer): Promise<void> {
    const app = await createScreensServer(options);
    try {
      await app.listen({ host: '0.0.0.0', port });
      serving = { app, asked: port };
      core.screens.report({ state: 'listening', port: portOf(app) });
    } catch (error) {
      await app.close();
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      core.screens.report({ state: 'failed', trouble: sentenceFor(code, port) });
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
      lookAgain();
    }
  }

  async function end(): Promise<void> {
    const { app } = serving ?? {};
    serving = undefined;
    await app?.close();
  }

  function lookAgain(): void {
    clearTimeout(timer);
    timer = setTimeout(worker.wake, lookAgainMs);
  }

  const unsubscribe = core.onChanged(({ topics }) => {
    if (topics.includes('settings')) worker.wake();
  });
  worker.wake();

  return {
    stop: async () => {
      unsubscribe();
      clearTimeout(timer);
      await worker.stop();
      clearTimeout(timer);
      await end();
    },
  };
}

function sentenceFor(code: unknown, port: number): string {
  switch (code) {
    case 'EADDRINUSE':
      return `${port} numaralı bağlantı noktası (port) başka bir program tarafından kullanılıyor; ekranlar bağlanamıyor. Başka bir port yazın.`;
    case 'EACCES':
      return `${port} numaralı bağlantı noktasını (port) açma izni yok; ekranlar bağlanamıyor. Başka bir port yazın.`;
    default:
      return 'Ekran sunucusu açılamadı; ekranlar bağlanamıyor. Banko’yu yeniden başlatın.';
  }
}
