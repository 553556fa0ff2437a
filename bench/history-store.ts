import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIds } from '../src-main/adapters/ids.ts';
import { createKeyFile } from '../src-main/adapters/key-file.ts';
import { loadCatalogue } from '../src-main/core/catalogue/catalogue.ts';
import { migrate } from '../src-main/core/db/migrate.ts';
import { type OpenStore, openStore } from '../src-main/core/db/open.ts';
import { mergeSearch } from '../src-main/core/db/upkeep.ts';
import { hashUser } from '../src-main/core/domains/settings/users.service.ts';
import { defaultPolicy } from '../src-main/core/domains/system/defaults.ts';
import { setUpWorkplace } from '../src-main/core/domains/system/set-up.ts';
import { openLog } from '../src-main/core/ledger/own-log.ts';
import { generateHistory } from '../src-main/core/sample/generate.ts';
import type { TimedFact } from '../src-main/core/sample/history-options.ts';
import { sampleBranch } from '../src-main/core/sample/sample-branch.ts';
import { sampleUnits } from '../src-main/core/sample/sample-units.ts';
import { sampleUsers } from '../src-main/core/sample/sample-users.ts';
import { writeHistory } from '../src-main/core/sample/write-history.ts';
import { createWriter } from '../src-main/core/write.ts';
import { succeed } from '../src-shared/contract/errors.ts';
import { createHybridClock } from '../src-shared/ledger/hybrid-clock.ts';
import { tell } from './figure.ts';

export type HistoryStore = {
  readonly dataDir: string;
  readonly applications: number;
  readonly consumers: number;
};

export const benchSeed = 20_260_101;
const from = Date.parse('2024-01-02T00:00:00Z');
const to = Date.parse('2026-10-30T14:00:00Z');
/** One transaction each: large enough that most applications begin and end in one and are projected once. */
const sliceSize = 150_000;
const root = join(import.meta.dirname, '..');

/** Who signs in for the measurements. */
export const benchClerk = sampleUsers.find(({ role }) => role === 'clerk') ?? { username: '', password: '' };

/**
 * A store of so many applications, written by the program's own write path and kept under the system's
 * temporary folder for the next run. What a run registers stays in it: a few hundred among the many.
 */
export async function historyStore(applications: number, entries?: number): Promise<HistoryStore> {
  const consumers = Math.ceil(applications * 0.6);
  const name = `${applications}-${entries ?? 'all'}-${benchSeed}-${sourcesHash()}`;
  const dataDir = join(tmpdir(), 'banko-bench', name);
  if (!existsSync(dataDir)) {
    const draft = `${dataDir}.partial`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(join(draft, 'backups'), { recursive: true, mode: 0o700 });
    const before = performance.now();
    await write(draft, applications, consumers, entries);
    renameSync(draft, dataDir);
    tell(
      `store of ${applications} applications made in ${Math.round((performance.now() - before) / 1000)} s: ${dataDir}`,
    );
  } else tell(`store of ${applications} applications from an earlier run: ${dataDir}`);
  return { dataDir, applications, consumers };
}

/** Whatever decides what stands in the store; a change makes a new one. */
function sourcesHash(): string {
  const hash = createHash('sha256');
  for (const folder of [
    'migrations',
    'src-main/core/sample',
    'src-main/core/projections',
    'src-shared/ledger',
    'src-shared/text',
  ]) {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((path) => /(?<!\.test)\.ts$/.test(path)).sort())
      hash.update(readFileSync(join(root, folder, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

/** Close it by its raw connection: Kysely closes nothing that was never queried through it. */
export async function openHistory(dataDir: string): Promise<OpenStore> {
  return openStore(join(dataDir, 'banko.db'), await createKeyFile(join(dataDir, 'store.key')).storeKey());
}

async function write(
  dataDir: string,
  applications: number,
  consumers: number,
  entries = Number.POSITIVE_INFINITY,
): Promise<void> {
  const store = await openHistory(dataDir);
  const ids = createIds();
  const clock = { now: () => Date.now(), after: () => () => {} };
  await migrate(store, async () => {});
  const log = ids.uuid();
  await store.db.transaction().execute((trx) => openLog(trx, log));
  const hybridClock = createHybridClock(log.slice(-12), clock.now);
  const writer = createWriter({ store, ports: { clock, ids }, hybridClock, announce: () => {} });
  const users = await Promise.all(sampleUsers.map((user) => hashUser(ids.uuid(), user)));
  const workplace = {
    ...{ ...sampleBranch, units: sampleUnits(users), policy: defaultPolicy },
    ...{ workstationNo: 1, users, isSample: false },
  };
  await writer.write('system', async (work) => {
    await setUpWorkplace(work, workplace, 'bench');
    return succeed(null);
  });

  const perYear = applications / 2.8;
  const workstations = Array.from({ length: Math.ceil(perYear / 60_000) }, (_, index) => index + 2);
  const facts = generateHistory({
    ...{ seed: benchSeed, consumers, applications, branch: sampleBranch.branch, desks: sampleBranch.desks },
    ...{ workstationNos: [1, ...workstations], users, from, to },
    ...{ catalogue: loadCatalogue(), trackingUrl: defaultPolicy.trackingUrl, isLean: true },
  });
  let written = 0;
  for (const slice of slicesOf(facts, entries)) {
    await writer.write('system', async (work) => {
      await writeHistory(work, slice);
      return succeed(null);
    });
    written += slice.length;
    tell(`${written} entries written`);
  }
  mergeSearch(store.raw);
  store.raw.pragma('wal_checkpoint(truncate)');
  store.raw.close();
}

function* slicesOf(facts: Iterable<TimedFact>, most: number): Generator<readonly TimedFact[]> {
  let slice: TimedFact[] = [];
  let count = 0;
  for (const fact of facts) {
    if (count === most) break;
    count += 1;
    slice.push(fact);
    if (slice.length < sliceSize) continue;
    yield slice;
    slice = [];
  }
  if (slice.length > 0) yield slice;
}
