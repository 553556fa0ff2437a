import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type CdpConnection, type CdpSession, connectCdp } from './cdp.ts';
import { outside } from './outside.ts';

export type Target = {
  readonly targetId: string;
  readonly cdp: CdpSession;
};

export type Chromium = {
  readonly cdp: CdpConnection;
  /** Makes a page that stands still until it is told to go on. */
  readonly newPage: (size: { readonly width: number; readonly height: number }) => Promise<Target>;
  readonly stop: () => Promise<void>;
};

let started: Promise<Chromium> | undefined;

/** The one browser behind all windows; started with the first. */
export function chromium(): Promise<Chromium> {
  started ??= start();
  return started;
}

export async function stopChromium(): Promise<void> {
  await (await started)?.stop();
}

async function start(): Promise<Chromium> {
  const child = spawn(outside.browser, flags(), {
    stdio: ['ignore', 'ignore', 'pipe'],
    // In a group of its own: what is started may be a script that starts the browser.
    detached: true,
  });
  const url = await addressOf(child);
  const cdp = await connectCdp(url);
  const attached = new Map<string, Target>();
  const awaited = new Map<string, (target: Target) => void>();
  cdp.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    const { targetId, type, openerId } = targetInfo as Readonly<Record<string, string | undefined>>;
    const session = cdp.session(String(sessionId));
    if (type !== 'page' || targetId === undefined) {
      void session.ask('Runtime.runIfWaitingForDebugger').catch(() => undefined);
      return;
    }
    if (openerId !== undefined) {
      // What a page has opened stands still and is gone before anything of it runs.
      void cdp.ask('Target.closeTarget', { targetId }).catch(() => undefined);
      return;
    }
    const target: Target = { targetId, cdp: session };
    attached.set(targetId, target);
    awaited.get(targetId)?.(target);
  });
  await cdp.ask('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true });
  await cdp.ask('Browser.setDownloadBehavior', {
    behavior: 'allowAndName',
    downloadPath: join(outside.userData, 'downloads'),
    eventsEnabled: true,
  });
  outside.tell({ kind: 'browser', url, pid: child.pid ?? 0 });

  return {
    cdp,
    newPage: async (size) => {
      const { targetId } = await cdp.ask('Target.createTarget', {
        ...{ url: 'about:blank', newWindow: true },
        ...{ width: size.width, height: size.height },
      });
      const id = String(targetId);
      return attached.get(id) ?? new Promise((resolve) => awaited.set(id, resolve));
    },
    stop: async () => {
      // Asked to end by itself, so that none of its processes is left.
      const ended = child.exitCode === null ? once(child, 'exit') : Promise.resolve();
      await cdp.ask('Browser.close').catch(() => undefined);
      await ended;
      cdp.close();
    },
  };
}

function flags(): readonly string[] {
  return [
    ...['--headless', '--remote-debugging-port=0', '--no-first-run', '--mute-audio', '--lang=tr-TR'],
    `--user-data-dir=${join(outside.userData, 'chromium')}`,
    // Chromium has no sandbox for root.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--no-startup-window',
  ];
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stderr === null) throw new Error('A browser started with a pipe has standard error');
  const lines = createInterface({ input: child.stderr });
  for await (const line of lines) {
    const [, url] = /^DevTools listening on (ws:\S+)/.exec(line) ?? [];
    if (url !== undefined) {
      child.stderr.resume();
      return url;
    }
  }
  throw new Error('Chromium ended before it could be reached');
}
