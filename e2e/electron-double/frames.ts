import { toElectron } from './addresses.ts';
import type { CdpSession } from './cdp.ts';

export type Frame = { readonly url: string; readonly parent: Frame | null };

/** The frames of a page and their addresses, as Chromium tells of them. */
export function watchFrames(
  cdp: CdpSession,
  mainFrameId: string,
): { readonly frame: (id: string) => Frame | null } {
  const frames = new Map<string, { url: string; parentId: string | undefined }>([
    [mainFrameId, { url: 'about:blank', parentId: undefined }],
  ]);
  cdp.on('Page.frameAttached', ({ frameId, parentFrameId }) =>
    frames.set(String(frameId), { url: '', parentId: String(parentFrameId) }),
  );
  cdp.on('Page.frameNavigated', ({ frame }) => {
    const { id, parentId, url } = frame as Readonly<Record<string, string | undefined>>;
    frames.set(String(id), { url: toElectron(url ?? ''), parentId });
  });
  cdp.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
    const known = frames.get(String(frameId));
    if (known !== undefined) known.url = toElectron(String(url));
  });
  cdp.on('Page.frameDetached', ({ frameId }) => frames.delete(String(frameId)));

  function frame(id: string): Frame | null {
    const known = frames.get(id);
    if (known === undefined) return null;
    return { url: known.url, parent: known.parentId === undefined ? null : frame(known.parentId) };
  }
  return { frame };
}
