import { join } from 'node:path';
import { app, BrowserWindow, type Session, shell } from 'electron';
import { mayOpenOutside } from '../../../src-shared/rules/outside-link.ts';
import type { Logger } from '../../core/ports.ts';
import { isOwnPage, pageOrigin, pageUrl } from './protocol.ts';
import { followWindowKeys } from './window-keys.ts';
import { keepPlace, rememberedPlace } from './window-place.ts';

/** Denied for every page, whatever opened it; an exception belongs here, with its reason. */
export function denyByDefault(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event, item) => {
    // A copy of an attachment, which our own page has made from what it was allowed to read; the system asks where to.
    if (item.getURL().startsWith(`blob:${pageOrigin}/`)) return;
    event.preventDefault();
  });
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(({ url }) => {
      openOutside(url);
      return { action: 'deny' };
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-navigate', (event) => {
      // A reload is the one navigation that the screens need.
      if (isOwnPage(event.url)) return;
      event.preventDefault();
      openOutside(event.url);
    });
    contents.on('will-redirect', (event) => event.preventDefault());
  });
}

/** Telephone and Teams alone: the system's own program opens them, never a window of ours. */
function openOutside(url: string): void {
  if (mayOpenOutside(url)) void shell.openExternal(url);
}

type MainWindowParts = {
  /** Where the window's place is kept. */
  readonly placeFile: string;
  readonly log: Logger;
  /** False where it stays open, for now or for good. */
  readonly mayClose: () => boolean;
};

export function openMainWindow(
  session: Session,
  { placeFile, log, mayClose }: MainWindowParts,
): BrowserWindow {
  const { isMaximized, isFullScreen, zoom, ...bounds } = rememberedPlace(placeFile);
  const window = new BrowserWindow({
    title: 'Banko',
    ...bounds,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    autoHideMenuBar: true,
    webPreferences: {
      session,
      preload: join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      // A consumer's name is not to be sent to a dictionary service.
      spellcheck: false,
      devTools: !app.isPackaged,
      zoomFactor: zoom,
    },
  });
  window.on('close', (event) => {
    if (!mayClose()) event.preventDefault();
  });
  keepPlace(window, placeFile, (error) =>
    log.warn('the window’s place was not kept', { error: codeOf(error) }),
  );
  followWindowKeys(window);
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize();
    if (isFullScreen) window.setFullScreen(true);
    window.show();
  });
  void window.loadURL(pageUrl);
  return window;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
