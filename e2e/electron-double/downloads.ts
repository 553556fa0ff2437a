import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import { toElectron } from './addresses.ts';
import type { CdpConnection } from './cdp.ts';
import { partOf } from './part-of.ts';
import { Preventable } from './preventable.ts';
import type { DoubleSession } from './session.ts';

const followed = new WeakSet<CdpConnection>();

/** Puts every download before the program; a prevented one is broken off. */
export function followDownloads(cdp: CdpConnection, session: DoubleSession): void {
  if (followed.has(cdp)) return;
  followed.add(cdp);
  cdp.on('Browser.downloadWillBegin', ({ guid, url, suggestedFilename }) => {
    const event = new Preventable();
    const item = Object.assign(new EventEmitter(), {
      getURL: () => toElectron(String(url)),
      getFilename: () => String(suggestedFilename),
      cancel: () => void cdp.ask('Browser.cancelDownload', { guid }).catch(() => undefined),
    });
    session.emit('will-download', event, partOf<Electron.DownloadItem>(item, 'DownloadItem'), null);
    if (event.defaultPrevented) item.cancel();
  });
}
