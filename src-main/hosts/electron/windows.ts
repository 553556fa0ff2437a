import { join } from 'node:path';
import { app, BrowserWindow, type Session, shell } from 'electron';
import { mayOpenOutside } from '../../../src-shared/rules/outside-link.ts';
import { isOwnPage, pageOrigin, pageUrl } from './protocol.ts';

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

export function openMainWindow(session: Session): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Banko',
    width: 1440,
    height: 900,
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
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(pageUrl);
  return window;
}
