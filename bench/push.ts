import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { type DatabaseSource, openDatabase } from '../src-crm/db/open.ts';
import { findPostgres, startCluster } from '../src-crm/testing/postgres-cluster.ts';
import { openCore } from './bench-core.ts';
import { print, tell, timed } from './figure.ts';
import { demoBranch, gatewayScript, startGateway } from './gateway-process.ts';
import { historyStore } from './history-store.ts';

const backlog = 10_000;
const sliceSize = 500;

/** A day's backlog to the gateway's process, on PGlite and on a PostgreSQL of its own where there is one. */
export async function benchPush(isBuilt: boolean): Promise<void> {
  // At least eight entries an application; the store is cut off at the backlog.
  const { dataDir } = await historyStore(1_500, backlog);
  await pushTo('pglite', dataDir, isBuilt, undefined);
  const bin = findPostgres();
  if (bin === undefined) return tell('push.postgresql: no PostgreSQL on this machine');
  const cluster = startCluster(bin, 'on');
  try {
    await pushTo('postgresql', dataDir, isBuilt, cluster.urlOf('postgres'));
  } finally {
    cluster.stop();
  }
}

async function pushTo(name: string, from: string, isBuilt: boolean, url: string | undefined): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'banko-bench-push-'));
  try {
    const dataDir = join(folder, 'counter');
    cpSync(from, dataDir, { recursive: true });
    const gatewayDir = join(folder, 'gateway');
    const { seconds, entries } = await push(dataDir, gatewayDir, isBuilt, url);
    const plain = await plainInsert(url === undefined ? { folder: gatewayDir } : { url });
    print({
      name: `push.${name}`,
      ...{ value: entries / seconds, unit: 'entries/s', n: entries },
      ...{
        baseline: plain.entries / plain.seconds,
        baselineName: 'insert of the same rows, 500 a transaction',
      },
      note: `${gatewayScript(isBuilt)}; ${seconds.toFixed(2)} s; higher is better`,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function push(dataDir: string, gatewayDir: string, isBuilt: boolean, url: string | undefined) {
  const gateway = await startGateway(isBuilt, gatewayDir, url);
  const bench = await openCore(dataDir);
  try {
    await configure(bench, gateway.url, gateway.apiKey);
    const unsent = async () => (await bench.call('system.connection', {})).crm.unsent;
    const entries = await unsent();
    const millis = await timed(async () => {
      bench.core.start();
      while ((await unsent()) > 0) await pause(10);
    });
    return { seconds: millis / 1000, entries };
  } finally {
    await bench.stop();
    await gateway.stop();
  }
}

async function configure(bench: Awaited<ReturnType<typeof openCore>>, url: string, apiKey: string) {
  await bench.call('session.signIn', { username: 'yonetici', password: 'yonetici-ornek-parola' });
  await bench.call('crm.configure', { url, apiKey });
}

/** The rows that the push has left, put once more into an empty copy of their table. */
async function plainInsert(source: DatabaseSource) {
  const { db, close } = await openDatabase(source, () => {});
  try {
    const stored = await db.selectFrom('entries').selectAll().where('branch', '=', demoBranch).execute();
    const rows = stored.map(({ position: _, ...row }) => row);
    await sql`create table plain_entries (like entries including all)`.execute(db);
    const millis = await timed(async () => {
      for (let at = 0; at < rows.length; at += sliceSize)
        await db
          .withTables<{ plain_entries: (typeof rows)[number] }>()
          .insertInto('plain_entries')
          .values(rows.slice(at, at + sliceSize))
          .execute();
    });
    return { seconds: millis / 1000, entries: rows.length };
  } finally {
    await close();
  }
}
