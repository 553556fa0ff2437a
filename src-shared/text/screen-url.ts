import type { ScreenKind } from '../ledger/screen-entries.ts';

/** The page of each kind of screen, as its address says it. */
export const screenPages = {
  display: 'ekran',
  door: 'kapi',
  kiosk: 'kiosk',
  visitor: 'sira',
  signer: 'imza',
} as const;
export type ScreenPage = (typeof screenPages)[keyof typeof screenPages];

/** The key of a screen stands behind `#`, so that no request, log or proxy ever holds it. */
export const keyInAddress = 'anahtar';

/** Of the WebSocket of announcements: offered first, with the key as the second. */
export const screenProtocol = 'banko';

/** Where a screen is opened for the first time. @param base `http://192.168.1.20:41711` */
export function screenUrl(base: string, kind: ScreenKind, token: string): string {
  return `${base}/${screenPages[kind]}#${keyInAddress}=${token}`;
}

/** Where consumers read and sign at a screen of one PC. */
export function signerUrl(base: string, token: string): string {
  return `${base}/${screenPages.signer}#${keyInAddress}=${token}`;
}

/** What a visitor's QR holds. */
export function followUrl(base: string, followCode: string): string {
  return `${base}/${screenPages.visitor}#${keyInAddress}=${followCode}`;
}
