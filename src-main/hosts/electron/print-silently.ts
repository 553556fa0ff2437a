import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BrowserWindow, type WebContents } from 'electron';
import type { PrintPdf } from '../../adapters/printing/windows/windows-queues.ts';

/** Of a session of its own that keeps nothing: the windows' denies every address but ours. */
const partition = 'banko-printing';

/**
 * Prints a PDF by Chromium, without a dialogue and without a window that anybody sees. Where CUPS is, it prints
 * better: it says what became of the job. `success` here means that the spooler took it. Never run on Windows yet.
 */
export const printSilently: PrintPdf = async (queue, job) => {
  const folder = await mkdtemp(join(tmpdir(), 'banko-'));
  const window = new BrowserWindow({
    show: false,
    webPreferences: { partition, plugins: true, sandbox: true, contextIsolation: true },
  });
  try {
    const { webContents } = window;
    const printers = await webContents.getPrintersAsync();
    if (!printers.some(({ name }) => name === queue)) return { ok: false, reason: unknown };
    const file = join(folder, 'belge.pdf');
    await writeFile(file, job.bytes, { mode: 0o600 });
    await window.loadURL(pathToFileURL(file).href);
    const failure = await print(webContents, queue);
    return failure === null
      ? { ok: true, isConfirmed: false, note: '', queueJob: null }
      : { ok: false, reason: `Yazıcı belgeyi almadı. Açık olduğunu denetleyin. (${failure})` };
  } finally {
    window.destroy();
    await rm(folder, { recursive: true, force: true });
  }
};

const unknown = 'Bu adla bir yazıcı yok. Ayarlar → Yazıcı’dan yazıcıyı yeniden seçin.';

/** @returns Chromium's word for what went wrong; null where the spooler took it */
function print(webContents: WebContents, deviceName: string): Promise<string | null> {
  return new Promise((resolve) => {
    webContents.print(
      { silent: true, deviceName, pageSize: 'A4', printBackground: true },
      (isDone, failure) => resolve(isDone ? null : failure),
    );
  });
}
