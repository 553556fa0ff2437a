import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modules, node, root } from './paths.mjs';
import { run } from './run.mjs';

/** Makes node_modules what the lock file says. Leaves the process where that is not possible. */
export async function install() {
  const [major = 0] = process.versions.node.split('.').map(Number);
  if (major < 20) fail(`Node 20 ya da daha yeni bir sürüm gerekir; bu makinede ${process.version} var.`);
  if (!isInstalled()) {
    console.error('Bağımlılıklar kuruluyor (npm ci) …');
    // Standard output is for the programs that are started later.
    const code = await npm(
      ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
      ['ignore', 2, 2],
    );
    if (code !== 0) fail('Bağımlılıklar kurulamadı. İnternet bağlantısını ve yukarıdaki iletiyi denetleyin.');
  }
  if (!existsSync(node))
    fail('Projenin kendi Node sürümü kurulmamış. node_modules klasörünü silip yeniden deneyin.');
}

/**
 * npm writes what it has installed into a lock file of its own, as its last act: so an installation that was
 * cut off or is older than package-lock.json is seen, and one made by hand counts.
 */
function isInstalled() {
  const installed = readPackages(join(modules, '.package-lock.json'));
  const wanted = readPackages(join(root, 'package-lock.json'));
  if (installed === undefined || wanted === undefined) return false;
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === '') return true;
    const found = installed[path];
    if (found === undefined) return optional === true || devOptional === true;
    return found.version === version;
  });
}

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean }} LockedPackage
 * @param {string} file
 * @returns {Record<string, LockedPackage> | undefined}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/**
 * @param {readonly string[]} args
 * @param {import('node:child_process').StdioOptions} stdio
 */
export function npm(args, stdio) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return run(process.execPath, [script, ...args], { stdio });
  return process.platform === 'win32'
    ? run('cmd', ['/d', '/s', '/c', 'npm', ...args], { stdio })
    : run('npm', args, { stdio });
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
