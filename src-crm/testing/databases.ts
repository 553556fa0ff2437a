import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { type DatabaseKind, type DatabaseSource, pgliteFolder } from '../db/open.ts';
import { findPostgres, startCluster } from './postgres-cluster.ts';

export type DatabaseServer = {
  /** An empty database; open it with `createGateway` or `openDatabase`. */
  readonly create: () => Promise<DatabaseSource>;
  /** Removes the server and all its databases, which must be closed. */
  readonly stop: () => void;
};

export type DatabaseVariety = {
  readonly name: string;
  readonly kind: DatabaseKind;
  readonly start: () => DatabaseServer;
};

/** What a suite runs on: both databases, or PGlite alone where this machine has no PostgreSQL server. */
export function databaseVarieties(): readonly DatabaseVariety[] {
  const bin = findPostgres();
  return bin === undefined
    ? [{ name: 'PGlite (alone: no PostgreSQL server found here)', kind: 'pglite', start: startPglite }]
    : [
        { name: 'PGlite', kind: 'pglite', start: startPglite },
        { name: 'PostgreSQL', kind: 'postgresql', start: () => startPostgres(bin) },
      ];
}

function startPglite(): DatabaseServer {
  const folder = mkdtempSync(join(tmpdir(), 'banko-pglite-'));
  const template = join(folder, 'template');
  let made: Promise<void> | undefined;
  return {
    create: async () => {
      // Making a PGlite database takes seconds, copying an empty one does not.
      made ??= makeEmpty(template);
      await made;
      const copy = mkdtempSync(join(folder, 'db-'));
      cpSync(template, copy, { recursive: true });
      return { folder: copy };
    },
    stop: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function makeEmpty(folder: string): Promise<void> {
  mkdirSync(folder);
  const pglite = await PGlite.create(pgliteFolder(folder));
  await pglite.close();
}

function startPostgres(bin: string): DatabaseServer {
  const cluster = startCluster(bin);
  return {
    create: async () => {
      const name = `crm_${randomBytes(6).toString('hex')}`;
      const client = new pg.Client({ connectionString: cluster.urlOf('postgres') });
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return { url: cluster.urlOf(name) };
    },
    stop: cluster.stop,
  };
}
