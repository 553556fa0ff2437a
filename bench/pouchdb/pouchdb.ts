import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { npm } from '../../scripts/lib/install.mjs';
import { cache } from '../../scripts/lib/paths.mjs';
import { tell } from '../figure.ts';

/**
 * What the measured programs use of PouchDB. Its server brings two hundred packages, most of them years old: too
 * many to install for everybody who works on Banko, so they stand in the cache of who measures.
 */
export type PouchDb = {
  readonly bulkDocs: (docs: readonly { readonly _id: string }[]) => Promise<unknown>;
  readonly info: () => Promise<{ readonly doc_count: number }>;
  readonly replicate: {
    readonly to: (other: PouchDb, options: ReplicationOptions) => Promise<Replicated>;
    readonly from: (other: PouchDb, options: ReplicationOptions) => Promise<Replicated>;
  };
};
export type ReplicationOptions = { readonly batch_size: number; readonly batches_limit: number };
export type Replicated = { readonly ok: boolean; readonly docs_written: number };
export type PouchDbClass = {
  new (name: string): PouchDb;
  readonly defaults: (options: { readonly prefix: string }) => PouchDbClass;
};

const versions = { pouchdb: '9.0.0', 'express-pouchdb': '4.2.0', express: '4.21.2' };
const folder = join(cache, 'pouchdb');

/** Whether it can be used; installed where it is not there yet, and said aloud where that fails. */
export async function installPouchDb(): Promise<boolean> {
  const stamp = join(folder, `${Object.values(versions).join('_')}.installed`);
  if (existsSync(stamp)) return true;
  tell('PouchDB and its server are being installed for comparison');
  mkdirSync(folder, { recursive: true });
  // LevelDB comes compiled; nothing that a package would run is needed.
  const code = await npm(
    [
      ...['install', '--prefix', folder, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
      ...Object.entries(versions).map(([name, version]) => `${name}@${version}`),
    ],
    ['ignore', 2, 2],
  );
  if (code !== 0) {
    tell('PouchDB could not be installed: its figures are missing, ours stand without a baseline');
    return false;
  }
  writeFileSync(stamp, '');
  return true;
}

export const requirePouchDb = createRequire(join(folder, 'package.json'));
