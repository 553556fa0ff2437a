import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { Order, Told } from '../electron-double/outside.ts';
import { untilEnded } from './processes.ts';

/** The built desktop program, running on the double. */
export type ElectronProgram = {
  /** Its first window. */
  readonly page: Page;
  readonly windowId: number;
  /** What a person has seen of it beside its pages, in order. */
  readonly told: readonly Told[];
  readonly order: (order: Order) => void;
  /** Resolves with the code by which it ended. */
  readonly ended: Promise<number | null>;
  /** As when a person quits it. */
  readonly quit: () => Promise<number | null>;
  readonly kill: () => Promise<void>;
};

type Shown = { readonly started: Extract<Told, { kind: 'browser' }>; readonly windowId: number };
type Around = {
  readonly keyRing?: 'gnome_libsecret' | 'basic_text' | 'none';
  /** The monitors: `0,0,1920,1040 1920,0,1280,720`. */
  readonly displays?: string;
};

/**
 * Starts `dist/electron/main.mjs` where `electron` is the double.
 * @param folder of its user, kept by the test
 */
export async function startElectronProgram(folder: string, around: Around = {}): Promise<ElectronProgram> {
  const child = spawnElectron(folder, around);
  const told: Told[] = [];
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const { started, windowId } = await new Promise<Shown>((resolve, reject) => {
    child.on('message', (news: Told) => {
      told.push(news);
      const browser = told.find((one) => one.kind === 'browser');
      if (news.kind === 'window' && news.state === 'shown' && browser !== undefined)
        resolve({ started: browser, windowId: news.id });
    });
    ended.then((code) => reject(new Error(`The program ended with ${code}: ${JSON.stringify(told)}`)));
  });
  const browser = await chromium.connectOverCDP(started.url);
  const order = (wanted: Order): void => void child.send(wanted);
  return {
    ...{ page: await firstPage(browser), windowId, told, order, ended },
    quit: async () => {
      order({ kind: 'quit' });
      return ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await untilEnded(child);
      endBrowser(started.pid);
    },
  };
}

/** Starts it without waiting for a window: for a second start, and for one that fails. */
export function spawnElectron(folder: string, { keyRing, displays }: Around = {}): ChildProcess {
  return fork('dist/electron/main.mjs', ['--data-dir', join(folder, 'data')], {
    execArgv: ['--import', './e2e/electron-double/hooks.ts'],
    env: {
      ...process.env,
      ELECTRON_DOUBLE_BROWSER: process.env.BANKO_BROWSER ?? '/usr/bin/chromium',
      ELECTRON_DOUBLE_USER_DATA: folder,
      ...(keyRing === undefined ? {} : { ELECTRON_DOUBLE_KEY_RING: keyRing }),
      ...(displays === undefined ? {} : { ELECTRON_DOUBLE_DISPLAYS: displays }),
    },
  });
}

async function firstPage(browser: Browser): Promise<Page> {
  const [context] = browser.contexts();
  if (context === undefined) throw new Error('The browser has no context');
  return context.pages()[0] ?? context.waitForEvent('page');
}

/** A program that was killed leaves its browser, which Electron's windows would not outlive. */
function endBrowser(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It ended with the program.
  }
}
