import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import { callChannel, changedChannel } from './channels.ts';

/** All that a page can do: call the core's one gate, and hear that something changed. */
contextBridge.exposeInMainWorld('banko', {
  call: (method: string, commandId: string | undefined, input: unknown): Promise<unknown> =>
    ipcRenderer.invoke(callChannel, method, commandId === undefined ? { input } : { commandId, input }),
  onChanged: (listener: (announcement: unknown) => void): (() => void) => {
    // The event itself holds ipcRenderer and must not reach the page.
    const forward = (_event: IpcRendererEvent, announcement: unknown): void => listener(announcement);
    ipcRenderer.on(changedChannel, forward);
    return () => void ipcRenderer.off(changedChannel, forward);
  },
});
