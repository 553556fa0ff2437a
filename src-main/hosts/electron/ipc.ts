import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { CallBody, Core } from '../../core/core.ts';
import { callChannel, changedChannel } from './channels.ts';
import { isOwnPage } from './protocol.ts';

/** Connects windows with the core. A call from anything but our own page's main frame is rejected. */
export function connectWindows(core: Core): () => void {
  ipcMain.handle(callChannel, (event, method: unknown, body: unknown) => {
    if (!isFromOwnPage(event)) throw new Error('A foreign frame called');
    if (typeof method !== 'string' || !isCallBody(body)) throw new Error('Not a call');
    return core.dispatch({ audience: 'staff', window: `window-${event.sender.id}` }, method, body);
  });
  const unsubscribe = core.onChanged((announcement) => {
    for (const window of BrowserWindow.getAllWindows()) {
      if (!window.isDestroyed()) window.webContents.send(changedChannel, announcement);
    }
  });
  return () => {
    unsubscribe();
    ipcMain.removeHandler(callChannel);
  };
}

function isFromOwnPage(event: IpcMainInvokeEvent): boolean {
  const { senderFrame } = event;
  return senderFrame !== null && senderFrame.parent === null && isOwnPage(senderFrame.url);
}

function isCallBody(body: unknown): body is CallBody {
  return typeof body === 'object' && body !== null && !Array.isArray(body);
}
