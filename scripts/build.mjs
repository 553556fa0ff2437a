import { fileURLToPath } from 'node:url';
import { fingerprint, isBuilt, rememberBuild } from './lib/build-state.mjs';
import { install } from './lib/install.mjs';
import { runNode } from './lib/run.mjs';

/** Builds where the sources changed since the last time. Gives whether dist can be run. */
export async function buildIfStale() {
  if (isBuilt()) return true;
  console.error('Banko derleniyor …');
  return buildAll();
}

async function buildAll() {
  const before = fingerprint();
  const script = fileURLToPath(new URL('./lib/bundle.mjs', import.meta.url));
  const code = await runNode([script], { stdio: ['ignore', 2, 2], env: { NODE_ENV: 'production' } });
  if (code !== 0) return false;
  rememberBuild(before);
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await install();
  if (!(await buildAll())) process.exit(1);
}
