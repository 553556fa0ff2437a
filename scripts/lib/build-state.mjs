import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { cache, dist, root } from './paths.mjs';

const sources = ['src-shared', 'src-main', 'src-renderer', 'src-crm', 'migrations', 'assets', 'scripts/lib'];
const files = ['package-lock.json', 'vite.config.ts', 'vite.screens.config.ts', 'tsconfig.base.json'];
const stamp = join(cache, 'built');
const outputs = [
  'renderer/index.html',
  'screens/kiosk.html',
  'web-host.mjs',
  'hub.mjs',
  'crm.mjs',
  'electron/main.mjs',
  'electron/preload.cjs',
];

/** Whether dist was built from the sources as they are. */
export function isBuilt() {
  if (!existsSync(stamp) || !outputs.every((name) => existsSync(join(dist, name)))) return false;
  return readFileSync(stamp, 'utf8') === fingerprint();
}

/** @param {string} print the sources' fingerprint from before the build */
export function rememberBuild(print) {
  mkdirSync(cache, { recursive: true });
  writeFileSync(stamp, print);
}

/** Changes with every source that is added, removed, renamed or edited. */
export function fingerprint() {
  const hash = createHash('sha256');
  for (const name of files) add(hash, join(root, name));
  for (const name of sources) addFolder(hash, join(root, name));
  return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} folder
 */
function addFolder(hash, folder) {
  if (!existsSync(folder)) return;
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) addFolder(hash, path);
    else if (!/\.test\.tsx?$/.test(entry.name)) add(hash, path);
  }
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} file
 */
function add(hash, file) {
  if (!existsSync(file)) return;
  const { size, mtimeMs } = statSync(file);
  hash.update(`${relative(root, file)} ${size} ${mtimeMs}\n`);
}
