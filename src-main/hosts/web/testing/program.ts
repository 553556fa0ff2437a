import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const sources = {
  'web-host': 'src-main/hosts/web/main.ts',
  hub: 'src-main/hosts/hub/main.ts',
  crm: 'src-crm/main.ts',
} as const;
export type Program = keyof typeof sources;

const root = join(import.meta.dirname, '../../../..');
let isBuilt: boolean | undefined;

/** The bundle starts four times as fast, but only one of these very sources tells anything about them. */
export function programOf(program: Program): string {
  isBuilt ??= askWhetherBuilt();
  return join(root, isBuilt ? `dist/${program}.mjs` : sources[program]);
}

function askWhetherBuilt(): boolean {
  const question = "import('./scripts/lib/build-state.mjs').then((it) => process.exit(it.isBuilt() ? 0 : 1))";
  return spawnSync(process.execPath, ['-e', question], { cwd: root }).status === 0;
}
