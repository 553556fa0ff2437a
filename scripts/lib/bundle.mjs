import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { build } from 'vite';
import { cache, dist, root } from './paths.mjs';

/**
 * Native code and WebAssembly find their files beside themselves, so they stay where npm put them; so does what is
 * loaded with the first paper alone, which every start would have to read.
 */
const external = [
  'electron',
  'better-sqlite3',
  /^@node-rs\/argon2/,
  /^@electric-sql\/pglite/,
  'pg-native',
  'pdfkit',
  'fontkit',
  /^bwip-js/,
  ...builtinModules,
  /^node:/,
];

/** Built apart and put in place whole: a failed build leaves the one before, and no half of one is ever run. */
const draft = join(cache, 'dist');
const previous = join(cache, 'dist-previous');

/** Builds everything that is run; on the project's own Node. */
rmSync(draft, { recursive: true, force: true });
await build({
  configFile: join(root, 'vite.config.ts'),
  logLevel: 'warn',
  build: { outDir: join(draft, 'renderer') },
});
await build({
  configFile: join(root, 'vite.screens.config.ts'),
  logLevel: 'warn',
  build: { outDir: join(draft, 'screens') },
});
await bundle('src-main/hosts/web/main.ts', 'programs/web-host.mjs', 'es');
launcher('web-host.mjs');
await bundle('src-main/hosts/hub/main.ts', 'programs/hub.mjs', 'es');
launcher('hub.mjs');
await bundle('src-crm/main.ts', 'programs/crm.mjs', 'es');
launcher('crm.mjs');
await bundle('src-main/hosts/electron/main.ts', 'electron/main.mjs', 'es');
await bundle('src-main/hosts/electron/preload.ts', 'electron/preload.cjs', 'cjs');
rmSync(previous, { recursive: true, force: true });
mkdirSync(dist, { recursive: true });
renameSync(dist, previous);
renameSync(draft, dist);

/**
 * One file per program: it starts faster than the hundreds that it is made of.
 * @param {string} entry
 * @param {string} output
 * @param {'es' | 'cjs'} format
 */
async function bundle(entry, output, format) {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    plugins: [keepPlaces(join(dist, output))],
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: join(root, entry),
      outDir: draft,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: { external, output: { format, entryFileNames: output, codeSplitting: false } },
    },
  });
}

/**
 * Starts a program with its compiled code kept in the user's own cache: compiling it is most of the time to the
 * first answer. A folder that others can write to would let them put their code in its place.
 * @param {string} name
 */
function launcher(name) {
  const lines = [
    "import { enableCompileCache } from 'node:module';",
    "import { homedir } from 'node:os';",
    "import { join } from 'node:path';",
    'const { LOCALAPPDATA, XDG_CACHE_HOME } = process.env;',
    "enableCompileCache(join(LOCALAPPDATA ?? XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'banko', 'compiled'));",
    `await import('./programs/${name}');`,
  ];
  writeFileSync(join(draft, name), `${lines.join('\n')}\n`);
}

/**
 * A module that looks for a file beside itself by import.meta.url finds it from inside the bundle as well.
 * @param {string} output
 * @returns {import('vite').Plugin}
 */
function keepPlaces(output) {
  const ours = `${root.replaceAll(sep, '/')}/`;
  return {
    name: 'keep-places',
    transform(code, id) {
      if (!id.startsWith(ours) || id.includes('node_modules') || !code.includes('import.meta.url')) return;
      const place = relative(dirname(output), id).replaceAll(sep, '/');
      return code.replaceAll('import.meta.url', `new URL(${JSON.stringify(place)}, import.meta.url).href`);
    },
  };
}
