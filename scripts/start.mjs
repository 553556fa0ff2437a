import { join } from 'node:path';
import { buildIfStale } from './build.mjs';
import { findElectron } from './lib/electron.mjs';
import { install } from './lib/install.mjs';
import { dist, node } from './lib/paths.mjs';
import { become } from './lib/run.mjs';

const args = process.argv.slice(2);
const webFlags = ['--port', '--no-open', '--demo'];

await install();
if (!(await buildIfStale())) {
  console.error('Banko derlenemedi; yukarıdaki iletiye bakın.');
  process.exit(1);
}

const webFlag = args.find((arg) => webFlags.includes(arg.split('=')[0] ?? ''));
const electron = webFlag === undefined ? await findElectron() : { why: `${webFlag} verildi` };
if ('path' in electron) {
  console.log('Banko kendi penceresinde çalışıyor, çünkü Electron bu makinede var.');
  become(electron.path, [join(dist, 'electron', 'main.mjs'), ...args]);
} else {
  console.log(`Banko tarayıcıda çalışıyor, çünkü ${electron.why}.`);
  become(node, [join(dist, 'web-host.mjs'), ...args]);
}
