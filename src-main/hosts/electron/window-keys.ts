import type { BrowserWindow, Input } from 'electron';

/** 100 to 200 %, what every screen is made for. */
const zooms = [1, 1.1, 1.25, 1.5, 1.75, 2] as const;

/** The keys that a menu would bring: larger, smaller, as it was, and the whole screen. */
export function followWindowKeys(window: BrowserWindow): void {
  window.webContents.on('before-input-event', (event, input) => {
    const act = input.type === 'keyDown' ? actOf(input) : undefined;
    if (act === undefined) return;
    event.preventDefault();
    if (act === 'full_screen') window.setFullScreen(!window.isFullScreen());
    else window.webContents.setZoomFactor(nextZoom(window.webContents.getZoomFactor(), act));
  });
}

type Act = 'larger' | 'smaller' | 'usual' | 'full_screen';

function actOf({ key, control, meta, alt, shift }: Input): Act | undefined {
  if (key === 'F11' && !control && !alt && !shift) return 'full_screen';
  if (alt || !(control || meta)) return undefined;
  if (key === '+' || key === '=') return 'larger';
  if (key === '-' || key === '_') return 'smaller';
  return key === '0' ? 'usual' : undefined;
}

function nextZoom(now: number, act: 'larger' | 'smaller' | 'usual'): number {
  if (act === 'usual') return 1;
  // What Chromium gives back is a little off.
  const isBeyond = (zoom: number) => (act === 'larger' ? zoom > now + 0.01 : zoom < now - 0.01);
  const beyond = zooms.filter(isBeyond);
  return (act === 'larger' ? beyond[0] : beyond.at(-1)) ?? now;
}
