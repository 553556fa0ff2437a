import { join } from 'node:path';
import { buildIfStale } from './build.mjs';
import { install } from './lib/install.mjs';
import { dist, node } from './lib/paths.mjs';
import { become } from './lib/run.mjs';

await install();
if (!(await buildIfStale())) {
  console.error('Banko derlenemedi; yukarıdaki iletiye bakın.');
  process.exit(1);
}
become(node, [join(dist, 'hub.mjs'), ...process.argv.slice(2)]);
