import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { z } from 'zod';

export type Installation = {
  readonly version: string;
  /** The staff's pages. */
  readonly rendererDir: string;
  /** The pages of screens that nobody signs in to. */
  readonly screensDir: string;
  readonly gatewayScript: string;
  /** The fonts that papers are drawn with. */
  readonly fontsDir: string;
};

/** Where this program's other parts lie, both run from its sources and as a bundle. */
export function findInstallation(): Installation {
  const root = findRoot(import.meta.dirname);
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const runsFromSource = extname(import.meta.filename) === '.ts';
  return {
    version,
    rendererDir: join(root, 'dist', 'renderer'),
    screensDir: join(root, 'dist', 'screens'),
    fontsDir: join(root, 'assets', 'fonts'),
    gatewayScript: runsFromSource ? join(root, 'src-crm', 'main.ts') : join(root, 'dist', 'crm.mjs'),
  };
}

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('No package.json above the program');
  return findRoot(parent);
}
