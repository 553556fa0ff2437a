import { join } from 'node:path';
import { buildIfStale } from './build.mjs';
import { install } from './lib/install.mjs';
import { root } from './lib/paths.mjs';
import { runNode } from './lib/run.mjs';

await install();
// What is measured is what is shipped; where it can't be built, the sources are, and the figures say so.
const isBuilt = await buildIfStale();
const flags = [...process.argv.slice(2), ...(isBuilt ? ['--built'] : [])];
process.exit((await runNode([join(root, 'bench', 'main.ts'), ...flags])) ?? 1);
