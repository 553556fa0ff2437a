import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { app, type BrowserWindow, dialog, Menu, session } from 'electron';
import { type CoreProcess, openCore } from './core-process.ts';
import { connectWindows } from './ipc.ts';
import { registerScheme, serveScreens } from './protocol.ts';
import { denyByDefault, openMainWindow } from './windows.ts';

let window: BrowserWindow | undefined;
let running: CoreProcess | undefined;
let stopping: 'no' | 'under way' | 'done' = 'no';

// What this process writes holds personal data or its key.
process.umask(0o077);
registerScheme();
app.enableSandbox();
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', showWindow);
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', stopBeforeQuit);
  app.whenReady().then(start).catch(giveUp);
} else {
  app.quit();
}

async function start(): Promise<void> {
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  const screens = session.defaultSession;
  denyByDefault(screens);
  running = await openCore(dataDir());
  serveScreens(screens, running.rendererDir);
  connectWindows(running.core);
  running.core.start();
  window = openMainWindow(screens);
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

/** The store is closed before the process goes. */
function stopBeforeQuit(event: { preventDefault: () => void }): void {
  if (stopping === 'done' || running === undefined) return;
  event.preventDefault();
  if (stopping === 'under way') return;
  stopping = 'under way';
  // The store is durable at any moment; a CRM that hangs in a call must not hold up the machine's shutdown.
  setTimeout(() => app.exit(0), 20_000);
  running.stop().then(
    () => {
      stopping = 'done';
      app.quit();
    },
    (error: unknown) => giveUp(error),
  );
}

function giveUp(error: unknown): void {
  dialog.showErrorBox('Banko başlatılamadı', error instanceof Error ? error.message : String(error));
  app.exit(1);
}
