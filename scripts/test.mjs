import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale } from './build.mjs';
import { findBrowser } from './lib/browser.mjs';
import { findElectron } from './lib/electron.mjs';
import { install } from './lib/install.mjs';
import { cache, tools } from './lib/paths.mjs';
import { runNode } from './lib/run.mjs';
import { sentence, sumPlaywright, sumStep, sumVitest, total } from './lib/sum.mjs';

await install();
const reports = join(cache, 'reports');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');
// The tests start hundreds of processes, and most of a start is reading the same sources again.
process.env.NODE_COMPILE_CACHE ??= join(cache, 'compiled');

const sums = [
  await step('Tipler', () => runNode([tools.tsc, '-b'])),
  await step('Biçim ve kurallar', () => runNode([tools.biome, 'check', '--error-on-warnings', '.'])),
  await step('Derleme', async () => ((await buildIfStale()) ? 0 : 1)),
  await unitTests(),
  await journeys(),
];
const sum = total(sums);
console.log(sentence(sum));
process.exitCode = sum.failed === 0 && sum.passed > 0 ? 0 : 1;

/**
 * @param {string} name
 * @param {() => Promise<number | null>} check
 */
async function step(name, check) {
  console.log(`\n== ${name}`);
  return sumStep(await check());
}

async function unitTests() {
  console.log('\n== Birim, çekirdek ve eşitleme testleri');
  const code = await runNode([
    ...[tools.vitest, 'run', '--allowOnly=false', '--reporter=default', '--reporter=json'],
    `--outputFile.json=${vitestReport}`,
  ]);
  return sumVitest(readReport(vitestReport), code);
}

async function journeys() {
  const browser = await findBrowser();
  if (browser === undefined) {
    console.error('Tarayıcı testleri için Chromium ya da Chrome gerekir; bulunamadı ve kurulamadı.');
    return sumPlaywright(undefined, 1);
  }
  console.log('\n== Tarayıcı testleri');
  const electron = await findElectron();
  if ('why' in electron)
    console.log(
      `Electron’un kendisinde sınanmadı: ${electron.why}. Masaüstü kabuğu Electron’un benzerinde sınanır (e2e/electron-double).`,
    );
  const env = {
    ...{ BANKO_BROWSER: browser, BANKO_REPORT: playwrightReport },
    ...('path' in electron ? { BANKO_ELECTRON: electron.path } : {}),
  };
  const code = await runNode([tools.playwright, 'test'], { env });
  return sumPlaywright(readReport(playwrightReport), code);
}

/**
 * @param {string} file
 * @returns what the runner has written; undefined where it has not
 */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
