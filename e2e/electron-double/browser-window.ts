import { EventEmitter } from 'node:events';
import { readFile } from 'node:fs/promises';
import type Electron from 'electron';
import { app } from './app.ts';
import { type Chromium, chromium, type Target } from './chromium.ts';
import { followDownloads } from './downloads.ts';
import { addWindow, removeWindow } from './open-windows.ts';
import { outside, type WindowNews } from './outside.ts';
import { partOf } from './part-of.ts';
import { denyPermissions } from './permissions.ts';
import { Preventable } from './preventable.ts';
import { session as sessions } from './session.ts';
import { DoubleWebContents } from './web-contents.ts';

const all = new Map<number, BrowserWindow>();

type Part = Pick<
  Electron.BrowserWindow,
  | ('id' | 'loadURL' | 'show' | 'focus' | 'close' | 'isDestroyed')
  | ('isMinimized' | 'minimize' | 'restore' | 'isMaximized' | 'maximize' | 'isFullScreen' | 'setFullScreen')
  | ('getNormalBounds' | 'setBounds')
>;

export class BrowserWindow extends EventEmitter implements Part {
  static getAllWindows(): BrowserWindow[] {
    return [...all.values()];
  }

  readonly id: number;
  readonly webContents: DoubleWebContents;
  readonly #page: Promise<{ readonly browser: Chromium; readonly target: Target }>;
  #bounds: Electron.Rectangle;
  #isMinimized = false;
  #isMaximized = false;
  #isFullScreen = false;
  #isDestroyed = false;

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super();
    refuseWeakened(options.webPreferences ?? {});
    const session = sessions.defaultSession;
    this.webContents = new DoubleWebContents(session, options.webPreferences?.zoomFactor ?? 1);
    const { x = 100, y = 80, width = 800, height = 600 } = options;
    this.#bounds = { x, y, width, height };
    this.id = this.webContents.id;
    all.set(this.id, this);
    addWindow(this);
    app.emit('web-contents-created', new Preventable(), this.webContents.asElectron());
    this.#page = this.#open(options);
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
    if (options.show !== false) this.show();
  }

  async loadURL(url: string): Promise<void> {
    await this.#page;
    await this.webContents.load(url);
  }

  show(): void {
    this.#tell('shown');
  }

  focus(): void {
    this.#tell('focused');
  }

  isMinimized(): boolean {
    return this.#isMinimized;
  }

  minimize(): void {
    this.#isMinimized = true;
  }

  restore(): void {
    this.#isMinimized = false;
    this.#tell('restored');
  }

  isMaximized(): boolean {
    return this.#isMaximized;
  }

  maximize(): void {
    this.#isMaximized = true;
    this.#tell('maximized');
  }

  isFullScreen(): boolean {
    return this.#isFullScreen;
  }

  setFullScreen(flag: boolean): void {
    this.#isFullScreen = flag;
    if (flag) this.#tell('full_screen');
  }

  getNormalBounds(): Electron.Rectangle {
    return this.#bounds;
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    const { x, y, width, height } = { ...this.#bounds, ...bounds };
    this.#bounds = { x, y, width, height };
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  close(): void {
    this.closeByProgram();
  }

  closeByProgram(): boolean {
    const event = new Preventable();
    this.emit('close', event);
    if (event.defaultPrevented) return false;
    void this.#page.then(({ browser, target: { targetId } }) =>
      browser.cdp.ask('Target.closeTarget', { targetId }).catch(() => undefined),
    );
    this.#gone();
    return true;
  }

  async #open({ webPreferences }: Electron.BrowserWindowConstructorOptions) {
    const preload = webPreferences?.preload;
    const source = preload === undefined ? '' : await readFile(preload, 'utf8');
    const browser = await chromium();
    followDownloads(browser.cdp, sessions.defaultSession);
    const target = await browser.newPage(this.#bounds);
    await denyPermissions(browser.cdp, this.webContents.asElectron(), sessions.defaultSession);
    await this.webContents.adopt(target.cdp, target.targetId, source);
    browser.cdp.on('Target.detachedFromTarget', ({ targetId }) => {
      if (targetId === target.targetId && !this.#isDestroyed) this.#gone();
    });
    return { browser, target };
  }

  #gone(): void {
    this.#isDestroyed = true;
    this.webContents.destroy();
    all.delete(this.id);
    this.#tell('closed');
    this.emit('closed');
    if (removeWindow(this) === 0) app.emit('window-all-closed');
  }

  #tell(state: WindowNews): void {
    outside.tell({
      ...{ kind: 'window', id: this.id, state },
      ...{ bounds: this.#bounds, zoom: this.webContents.getZoomFactor() },
    });
  }
}

/** The double has the safe kind of window alone: a weaker one is not what it would show. */
function refuseWeakened(preferences: Electron.WebPreferences): void {
  const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = preferences;
  const isWeak =
    sandbox !== true || contextIsolation === false || nodeIntegration === true || webSecurity === false;
  if (isWeak || webviewTag === true) throw new Error('The double has sandboxed, isolated windows alone');
}

outside.onOrder((order) => {
  if (order.kind === 'close_window') all.get(order.id)?.close();
  if (order.kind === 'minimize_window') all.get(order.id)?.minimize();
  if (order.kind === 'place_window') all.get(order.id)?.setBounds(order);
  if (order.kind === 'press') all.get(order.id)?.webContents.takesKey(order);
  if (order.kind === 'call_as') {
    const [window] = all.values();
    const parent = order.isMainFrame ? null : { url: order.url, parent: null };
    const frame = partOf<{ url: string; parent: null }>({ url: order.url, parent }, 'WebFrameMain');
    void window?.webContents.callFrom(frame, order.channel, order.args).then(
      () => outside.tell({ kind: 'called', name: order.name, ok: true }),
      () => outside.tell({ kind: 'called', name: order.name, ok: false }),
    );
  }
});
