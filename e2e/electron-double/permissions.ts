import type Electron from 'electron';
import { toChromium } from './addresses.ts';
import type { CdpConnection } from './cdp.ts';
import { type DoubleSession, privilegedSchemes } from './session.ts';

/** Electron's names and Chromium's. */
const permissions = [
  ['media', 'camera'],
  ['media', 'microphone'],
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['midi', 'midi'],
  ['clipboard-read', 'clipboard-read'],
] as const;

/** Chromium asks nobody over its protocol, so the program is asked beforehand, for its own origins. */
export async function denyPermissions(
  cdp: CdpConnection,
  contents: Electron.WebContents,
  session: DoubleSession,
): Promise<void> {
  for (const scheme of privilegedSchemes) {
    const own = `${scheme}://banko`;
    const origin = new URL(toChromium(own, privilegedSchemes)).origin;
    for (const [permission, name] of permissions) {
      const setting = (await session.grants(contents, permission, own)) ? 'granted' : 'denied';
      await cdp.ask('Browser.setPermission', { permission: { name }, setting, origin });
    }
  }
}
