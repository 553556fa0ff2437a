import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { toChromium, toElectron } from './addresses.ts';
import type { CdpSession } from './cdp.ts';
import { type Frame, watchFrames } from './frames.ts';
import { ipcMain } from './ipc-main.ts';
import { type PageRequests, servePage } from './page-requests.ts';
import { partOf } from './part-of.ts';
import { Preventable } from './preventable.ts';
import { type DoubleSession, privilegedSchemes } from './session.ts';
import { makeCloneCodec } from './worlds/clone-codec.ts';
import { pageScript, preloadScript, preloadWorld, toMain, toPreload } from './worlds/scripts.ts';

type WindowOpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];
type Part = Pick<
  Electron.WebContents,
  'id' | 'send' | 'setWindowOpenHandler' | 'isDestroyed' | 'getURL' | 'getZoomFactor' | 'setZoomFactor'
>;

const codec = makeCloneCodec();
let contents = 0;

export class DoubleWebContents extends EventEmitter implements Part {
  readonly id: number;
  #session: DoubleSession;
  #page: Page | undefined;
  #isDestroyed = false;
  #windowOpenHandler: WindowOpenHandler | undefined;

  #zoom: number;

  constructor(session: DoubleSession, zoom: number) {
    super();
    this.#zoom = zoom;
    contents += 1;
    this.id = contents;
    this.#session = session;
  }

  getURL(): string {
    return this.#page?.frame(this.#page.mainFrameId)?.url ?? '';
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  getZoomFactor(): number {
    return this.#zoom;
  }

  setZoomFactor(factor: number): void {
    this.#zoom = factor;
  }

  /** True where the program takes the key for itself. */
  takesKey({ key, control }: { readonly key: string; readonly control: boolean }): boolean {
    const event = new Preventable();
    const input = { type: 'keyDown', key, control, alt: false, shift: false, meta: false };
    this.emit('before-input-event', event, partOf<Electron.Input>(input, 'Input'));
    return event.defaultPrevented;
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#windowOpenHandler = handler;
  }

  /** To the preload of the main frame; a page that is not there yet hears nothing, as in Electron. */
  send(channel: string, ...args: readonly unknown[]): void {
    void this.#page?.receive(JSON.stringify({ kind: 'sent', channel, args: codec.encode(args) }));
  }

  /** Makes an attached, paused page this window's: preload, requests, calls, permissions; then lets it go on. */
  async adopt(cdp: CdpSession, mainFrameId: string, preload: string): Promise<void> {
    const frames = watchFrames(cdp, mainFrameId);
    const worlds = new Map<number, string>();
    let preloadContext: number | undefined;
    cdp.on('Runtime.executionContextCreated', ({ context }) => {
      const { id, name, auxData } = context as {
        readonly id: number;
        readonly name: string;
        readonly auxData: { readonly frameId: string };
      };
      if (name !== preloadWorld) return;
      worlds.set(id, auxData.frameId);
      if (auxData.frameId === mainFrameId) preloadContext = id;
    });
    cdp.on('Runtime.bindingCalled', ({ payload, executionContextId }) => {
      const frame = frames.frame(worlds.get(Number(executionContextId)) ?? '');
      void this.#hear(String(payload), frame);
    });
    cdp.on('Page.windowOpen', ({ url }) => this.#askForWindow(String(url)));
    cdp.on('Page.loadEventFired', () => this.emit('did-finish-load'));
    const requests = await servePage(cdp, mainFrameId, this.#session, (navigation) =>
      this.#mayNavigate(navigation, frames.frame(navigation.frameId)),
    );
    await cdp.ask('Page.enable');
    await cdp.ask('Runtime.enable');
    await cdp.ask('Runtime.addBinding', { name: toMain, executionContextName: preloadWorld });
    await cdp.ask('Page.addScriptToEvaluateOnNewDocument', { source: pageScript });
    await cdp.ask('Page.addScriptToEvaluateOnNewDocument', {
      source: preloadScript(preload),
      worldName: preloadWorld,
    });
    this.#page = {
      ...{ cdp, mainFrameId, requests, frame: frames.frame },
      receive: async (text) => {
        if (preloadContext === undefined) return;
        const expression = `globalThis.${toPreload}?.(${JSON.stringify(text)})`;
        await cdp.ask('Runtime.evaluate', { expression, contextId: preloadContext }).catch(() => undefined);
      },
    };
    await cdp.ask('Runtime.runIfWaitingForDebugger');
  }

  async load(url: string): Promise<void> {
    if (this.#page === undefined) throw new Error('The window has no page yet');
    this.#page.requests.expect(url);
    const { errorText } = await this.#page.cdp.ask('Page.navigate', {
      url: toChromium(url, privilegedSchemes),
    });
    if (errorText !== undefined) throw new Error(`${errorText} (${url})`);
  }

  destroy(): void {
    this.#isDestroyed = true;
    this.#page = undefined;
    this.emit('destroyed');
  }

  /** A call as it would come from a frame; the test plays strangers by it. */
  callFrom(frame: Frame | null, channel: string, args: readonly unknown[]): Promise<unknown> {
    const event = Object.assign(new Preventable(), {
      ...{ type: 'frame', frameId: 1, processId: 1 },
      sender: this.asElectron(),
      senderFrame: frame,
    });
    return ipcMain.carryOut(partOf<Electron.IpcMainInvokeEvent>(event, 'IpcMainInvokeEvent'), channel, args);
  }

  asElectron(): Electron.WebContents {
    return partOf<Electron.WebContents>(this, 'WebContents');
  }

  async #hear(payload: string, frame: Frame | null): Promise<void> {
    const message = JSON.parse(payload);
    if (message.kind === 'open') return this.#askForWindow(String(message.url));
    const args = codec.decode(message.args);
    const list = Array.isArray(args) ? args : [];
    if (message.kind === 'send') {
      ipcMain.emit(message.channel, { sender: this.asElectron(), senderFrame: frame }, ...list);
      return;
    }
    const answer = await this.callFrom(frame, message.channel, list).then(
      (value) => ({ error: null, value: codec.encode(value) }),
      (error: unknown) => ({ error: String(error), value: null }),
    );
    await this.#page?.receive(JSON.stringify({ kind: 'answer', id: message.id, ...answer }));
  }

  /** Every window that a page opens is closed; who would allow one has met the double's end. */
  #askForWindow(url: string): void {
    const details: Electron.HandlerDetails = {
      ...{ url: toElectron(url), frameName: '', features: '', disposition: 'foreground-tab' },
      referrer: { url: '', policy: 'no-referrer' },
    };
    if (this.#windowOpenHandler?.(details).action !== 'deny')
      throw new Error('The double opens no windows for pages');
  }

  #mayNavigate({ url, isMainFrame }: { url: string; isMainFrame: boolean }, frame: Frame | null): boolean {
    const event = Object.assign(new Preventable(), {
      ...{ url, isMainFrame, isSameDocument: false, frame, initiator: frame },
    });
    this.emit(isMainFrame ? 'will-navigate' : 'will-frame-navigate', event);
    return !event.defaultPrevented;
  }
}

type Page = {
  readonly cdp: CdpSession;
  readonly mainFrameId: string;
  readonly requests: PageRequests;
  readonly frame: (id: string) => Frame | null;
  readonly receive: (text: string) => Promise<void>;
};
