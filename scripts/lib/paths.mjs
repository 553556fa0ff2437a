import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..', '..');
export const dist = join(root, 'dist');
export const modules = join(root, 'node_modules');
/** What the scripts remember between runs; goes with node_modules. */
export const cache = join(modules, '.cache', 'banko');
/** The Node of devDependencies, so that the machine's own may be older. */
export const node = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** The script behind a tool's command, to be run by `node`. */
export const tools = {
  tsc: join(modules, 'typescript', 'bin', 'tsc'),
  biome: join(modules, '@biomejs', 'biome', 'bin', 'biome'),
  vitest: join(modules, 'vitest', 'vitest.mjs'),
  playwright: join(modules, '@playwright', 'test', 'cli.js'),
};
