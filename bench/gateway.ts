import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findPostgres, startCluster } from '../src-crm/testing/postgres-cluster.ts';
import { connectCrm } from '../src-main/adapters/crm-http.ts';
import { sha256 } from '../src-main/core/ledger/digest.ts';
import type { Upstream } from '../src-main/core/ports.ts';
import { type FeedPage, maxBatch } from '../src-shared/contract/gateway.ts';
import { isSealIntact } from '../src-shared/ledger/chain.ts';
import type { Entry } from '../src-shared/ledger/entry.ts';
import { print, tell, timed } from './figure.ts';
import { demoBranch, gatewayScript, startGateway } from './gateway-process.ts';
import { replicateByPouchDb } from './pouchdb/bench-pouchdb.ts';
import { sampleEntries, takeEntries } from './sample-entries.ts';

/** The log of one PC to the gateway on PostgreSQL and from there to another PC, beside PouchDB and its own server. */
export async function benchGateway(isBuilt: boolean, count: number): Promise<void> {
  const bin = findPostgres();
  if (bin === undefined) return tell('gateway: no PostgreSQL on this machine');
  const log = randomUUID();
  const sample = { log, branch: demoBranch, workstationNo: 1, seed: 1, applications: Math.ceil(count / 7) };
  const entries = takeEntries(sampleEntries(sample), count);
  tell(`${entries.length} entries prepared`);
  const ours = await throughGateway(isBuilt, bin, entries);
  tell('the same by PouchDB');
  const theirs = await replicateByPouchDb(entries);
  const shared = {
    ...{ unit: 'entries/s', n: entries.length, baselineName: 'PouchDB 9 on LevelDB and express-pouchdb' },
    target: 10,
    targetOf: 'ratio',
    isAtLeast: true,
  } as const;
  print({
    ...{ ...shared, name: 'gateway.push', value: ours.push, baseline: theirs?.push ?? null },
    note: `${gatewayScript(isBuilt)}, every slice durable and projected; higher is better`,
  });
  print({
    ...{ ...shared, name: 'gateway.pull', value: ours.pull, baseline: theirs?.pull ?? null },
    note: 'by the feed into memory, every seal checked; PouchDB writes what comes; higher is better',
  });
}

async function throughGateway(isBuilt: boolean, bin: string, entries: readonly Entry[]) {
  const folder = mkdtempSync(join(tmpdir(), 'banko-bench-gateway-'));
  const cluster = startCluster(bin, 'on');
  try {
    const gateway = await startGateway(isBuilt, folder, cluster.urlOf('postgres'));
    const upstream = connectCrm(gateway);
    try {
      const pushMillis = await timed(() => push(upstream, entries));
      let pulled = 0;
      const pullMillis = await timed(async () => {
        pulled = await pull(upstream);
      });
      if (pulled < entries.length) throw new Error(`The feed gave ${pulled} of ${entries.length} entries`);
      return { push: (entries.length * 1_000) / pushMillis, pull: (pulled * 1_000) / pullMillis };
    } finally {
      upstream.close();
      await gateway.stop();
    }
  } finally {
    cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function push(upstream: Upstream, entries: readonly Entry[]): Promise<void> {
  for (let at = 0; at < entries.length; at += maxBatch) {
    const slice = entries.slice(at, at + maxBatch);
    const reply = await upstream.push(slice[0]?.log ?? '', slice);
    if (!reply.ok || reply.value.accepted !== slice.length)
      throw new Error(`Not taken: ${JSON.stringify(reply)}`);
  }
}

/** As another PC of the branch, from the beginning: the next page is asked for while one is looked at. */
async function pull(upstream: Upstream): Promise<number> {
  const ownLog = randomUUID();
  const known = new Map<string, Entry>();
  type Page = ReturnType<Upstream['feed']>;
  let asked: Page | undefined = upstream.feed('', maxBatch, ownLog);
  while (asked !== undefined) {
    const page: Awaited<Page> = await asked;
    if (!page.ok) throw new Error(`Not given: ${JSON.stringify(page)}`);
    const given: FeedPage = page.value;
    asked = given.hasMore ? upstream.feed(given.next, maxBatch, ownLog) : undefined;
    for (const entry of given.entries) {
      if (!isSealIntact(entry, sha256)) throw new Error(`Does not verify: ${entry.id}`);
      known.set(entry.id, entry);
    }
  }
  return known.size;
}
