import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { cache, modules } from './paths.mjs';
import { runNode } from './run.mjs';

const folder = join(modules, 'electron');
const failed = join(cache, 'electron-failed');
const retryAfterMs = 24 * 3_600_000;
const downloadMs = 60_000;
const probeMs = 5_000;

/**
 * Electron's program, downloaded by its own installer where it is missing.
 * @returns {Promise<{ path: string } | { why: string }>} where it is, or why it can't be had
 */
export async function findElectron() {
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY)
    return { why: 'bu oturumda pencere açılamıyor (DISPLAY yok)' };
  // Chromium refuses its sandbox to root, and Banko does not run without the sandbox.
  if (process.platform === 'linux' && process.getuid?.() === 0)
    return { why: 'Electron root kullanıcısıyla güvenli biçimde çalışmaz' };
  const present = installedPath();
  if (present !== undefined) return { path: present };
  if (failedLately()) return { why: 'Electron kurulu değil, son indirme denemesi de başarısız oldu' };
  const why = await download();
  const path = installedPath();
  if (path !== undefined) {
    rmSync(failed, { force: true });
    return { path };
  }
  mkdirSync(cache, { recursive: true });
  writeFileSync(failed, why);
  return { why };
}

function installedPath() {
  try {
    const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

function failedLately() {
  return existsSync(failed) && Date.now() - statSync(failed).mtimeMs < retryAfterMs;
}

async function download() {
  if (!(await isReachable())) return 'Electron kurulu değil ve indirme sunucusuna ulaşılamıyor';
  console.error('Electron indiriliyor …');
  const code = await runNode([join(folder, 'install.js')], { stdio: 'ignore', timeoutMs: downloadMs });
  return code === null ? 'Electron süresi içinde indirilemedi' : 'Electron indirilemedi';
}

/**
 * Fails within seconds where the installer would try for minutes. Behind a proxy only the installer can tell.
 * @returns {Promise<boolean>}
 */
async function isReachable() {
  if (process.env.HTTPS_PROXY || process.env.https_proxy) return true;
  const mirror =
    process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/';
  const { hostname, port, protocol } = new URL(mirror);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) || (protocol === 'http:' ? 80 : 443) });
    /** @param {boolean} answer */
    const settle = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(probeMs, () => settle(false));
    socket.on('connect', () => settle(true));
    socket.on('error', () => settle(false));
  });
}
