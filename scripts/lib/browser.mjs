import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { modules, tools } from './paths.mjs';
import { run, runNode } from './run.mjs';

/** Debian's build without a window is half the work of one that hides it. */
const debianPackages = ['chromium-headless-shell', 'chromium'];
const names = [...debianPackages, 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const windows = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
  process.env[name] ? [join(process.env[name], 'Google', 'Chrome', 'Application', 'chrome.exe')] : [],
);
const macs = ['Google Chrome', 'Chromium'].map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`);
const downloadMs = 300_000;

/**
 * A browser for the journeys: the system's, else Playwright's own, else Debian's package.
 * @returns {Promise<string | undefined>} its program
 */
export async function findBrowser() {
  const own = systemBrowser() ?? playwrightBrowser();
  if (own !== undefined) return own;
  console.error('Tarayıcı bulunamadı; Playwright’ınki indiriliyor …');
  /** @type {import('./run.mjs').RunOptions} */
  const options = { stdio: ['ignore', 2, 2], timeoutMs: downloadMs };
  await runNode([tools.playwright, 'install', 'chromium'], options);
  if (playwrightBrowser() !== undefined) return playwrightBrowser();
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    console.error('O da indirilemedi; Debian’ın chromium paketi kuruluyor …');
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-q'], { ...options, env });
    for (const name of debianPackages) {
      if (systemBrowser() !== undefined) break;
      await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], { ...options, env });
    }
  }
  return systemBrowser();
}

function systemBrowser() {
  const given = process.env.BANKO_BROWSER;
  if (given && existsSync(given)) return given;
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  const candidates = names.flatMap((name) => folders.filter(Boolean).map((folder) => join(folder, name)));
  const all = process.platform === 'win32' ? windows : [...candidates, ...macs];
  return all.find((path) => existsSync(path));
}

function playwrightBrowser() {
  /** @type {Pick<typeof import('@playwright/test'), 'chromium'>} */
  const { chromium } = createRequire(join(modules, 'x.js'))('playwright-core');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}
