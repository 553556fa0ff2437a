import type { CloneCodec } from './clone-codec.ts';
import type { WorldBridge } from './world-bridge.ts';

/**
 * What a sandboxed preload gets for `require('electron')`. Runs in pages by its source: nothing from outside the
 * function may be used.
 * @param send gives a text to the main process; its answer comes through `receive`
 */
export function makeRendererElectron(
  codec: CloneCodec,
  bridge: WorldBridge,
  send: (message: string) => void,
) {
  type Listener = (event: { readonly sender: unknown }, ...args: readonly unknown[]) => void;
  const waiting = new Map<number, (error: string | null, value: unknown) => void>();
  const listeners = new Map<string, Listener[]>();
  let calls = 0;

  const ipcRenderer = {
    invoke(channel: string, ...args: readonly unknown[]): Promise<unknown> {
      calls += 1;
      const id = calls;
      return new Promise((resolve, reject) => {
        waiting.set(id, (error, value) => {
          if (error === null) resolve(value);
          else reject(new Error(`Error invoking remote method '${channel}': ${error}`));
        });
        send(JSON.stringify({ kind: 'invoke', id, channel, args: codec.encode(args) }));
      });
    },
    send(channel: string, ...args: readonly unknown[]): void {
      send(JSON.stringify({ kind: 'send', channel, args: codec.encode(args) }));
    },
    on(channel: string, listener: Listener) {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      return ipcRenderer;
    },
    off(channel: string, listener: Listener) {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((one) => one !== listener),
      );
      return ipcRenderer;
    },
  };

  return {
    receive(text: string): void {
      const message = JSON.parse(text);
      if (message.kind === 'sent') {
        const args = codec.decode(message.args);
        for (const listener of listeners.get(message.channel) ?? [])
          listener({ sender: ipcRenderer }, ...(Array.isArray(args) ? args : []));
        return;
      }
      waiting.get(message.id)?.(message.error, message.error === null ? codec.decode(message.value) : null);
      waiting.delete(message.id);
    },
    electron: {
      ipcRenderer,
      contextBridge: { exposeInMainWorld: (key: string, api: unknown) => bridge.expose(key, api) },
    },
  };
}
