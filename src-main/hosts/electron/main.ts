import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { app, type BrowserWindow, dialog, Menu, session } from 'electron';
import { mayQuit } from './ask-before-quit.ts';
import { type CoreProcess, openCore } from './core-process.ts';
import { connectWindows } from './ipc.ts';
import { followMachine } from './machine-events.ts';
import { registerScheme, serveScreens } from './protocol.ts';
import { denyByDefault, openMainWindow } from './windows.ts';

let window: BrowserWindow | undefined;
let running: CoreProcess | undefined;
let stopping: 'no' | 'asking' | 'under way' | 'done' = 'no';
let isShuttingDown = false;

// What this process writes holds personal data or its key.
process.umask(0o077);
registerScheme();
app.enableSandbox();
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', showWindow);
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', (event) => stopBeforeQuit(event));
  app.whenReady().then(start).catch(giveUp);
} else {
  app.quit();
}

async function start(): Promise<void> {
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  const screens = session.defaultSession;
  denyByDefault(screens);
  const opened = await openCore(dataDir());
  running = opened;
  serveScreens(screens, opened.rendererDir);
  connectWindows(opened.core);
  opened.core.start();
  followMachine({
    onAwake: opened.core.wake,
    onShutdown: () => {
      isShuttingDown = true;
    },
  });
  window = openMainWindow(screens, {
    placeFile: join(app.getPath('userData'), 'window.json'),
    log: opened.log,
    mayClose,
  });
}

function dataDir(): string {
  const { values } = parseArgs({
    args: process.argv.slice(app.isPackaged ? 1 : 2),
    options: { 'data-dir': { type: 'string' } },
    // Chromium has switches of its own.
    strict: false,
  });
  const given = values['data-dir'];
  return typeof given === 'string' && given !== '' ? given : join(app.getPath('userData'), 'data');
}

function showWindow(): void {
  if (window === undefined || window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

/** The last window asks as the program does, before it is gone: a question without a window behind it is lost. */
function mayClose(): boolean {
  if (stopping === 'under way' || stopping === 'done') return true;
  app.quit();
  return false;
}

/** What waits is said first; then the store is closed before the process goes. */
function stopBeforeQuit(event: { preventDefault: () => void }): void {
  if (stopping === 'done' || running === undefined) return;
  event.preventDefault();
  if (stopping !== 'no') return;
  stopping = 'asking';
  stop(running).catch((error: unknown) => giveUp(error));
}

async function stop({ core, stop: stopCore }: CoreProcess): Promise<void> {
  if (!isShuttingDown && !(await mayQuit(core))) {
    stopping = 'no';
    return;
  }
  stopping = 'under way';
  // The store is durable at any moment; a CRM that hangs in a call must not hold up the machine's shutdown.
  setTimeout(() => app.exit(0), 20_000);
  await stopCore();
  stopping = 'done';
  app.quit();
}

function giveUp(error: unknown): void {
  dialog.showErrorBox('Banko başlatılamadı', error instanceof Error ? error.message : String(error));
  app.exit(1);
}
