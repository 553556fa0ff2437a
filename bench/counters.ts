import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApiKey } from '../src-crm/access/api-keys.ts';
import { openDatabase } from '../src-crm/db/open.ts';
import { systemClock } from '../src-crm/lib/clock.ts';
import { findPostgres, startCluster } from '../src-crm/testing/postgres-cluster.ts';
import { type CounterArgs, sumOf, type Worked } from './counters/messages.ts';
import { startCounters } from './counters/processes.ts';
import { findLoss } from './counters/verify.ts';
import { median, percentile, print, tell } from './figure.ts';
import { gatewayScript, startGateway } from './gateway-process.ts';

const aloneBranch = ['90'];
const sharedBranches = ['10', '11', '12', '13', '14', '15', '16', '17', '18', '19'];
const countersInBranch = 5;
const processes = 2;
const rush = { seconds: 60, restMillis: 0 };
const aloneRush = { seconds: 20, restMillis: 0 };
/** A counter with sixty applications a day writes an entry about once a minute. */
const paced = { seconds: 30, restMillis: 1_000 };

/** Fifty PCs of ten branches, all exchanging their logs with one gateway on PostgreSQL; one PC alone beside them. */
export async function benchCounters(isBuilt: boolean): Promise<void> {
  const bin = findPostgres();
  if (bin === undefined) return tell('counters: no PostgreSQL on this machine');
  const folder = mkdtempSync(join(tmpdir(), 'banko-bench-counters-'));
  const cluster = startCluster(bin, 'on');
  try {
    const database = cluster.urlOf('postgres');
    const gateway = await startGateway(isBuilt, folder, database);
    try {
      const [baseline] = await run(gateway.url, await enrol(database, aloneBranch, 1), [aloneRush]);
      if (baseline === undefined) throw new Error('The counter alone has not worked');
      report(baseline, undefined, isBuilt);
      const branches = await enrol(database, sharedBranches, countersInBranch);
      const shares = Array.from({ length: processes }, (_, no) =>
        branches.filter((_counters, index) => index % processes === no).flat(),
      );
      for (const round of await run(gateway.url, shares, [paced, rush])) report(round, baseline, isBuilt);
    } finally {
      await gateway.stop();
    }
  } finally {
    cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Pace = { readonly seconds: number; readonly restMillis: number };
type Round = Worked & Pace & { readonly counters: number; readonly faults: number };

/** Keys and places for new counters of new branches. */
async function enrol(database: string, branches: readonly string[], inBranch: number) {
  const { db, close } = await openDatabase({ url: database }, () => {});
  try {
    const all: CounterArgs[][] = [];
    for (const branch of branches) {
      const { apiKey } = await createApiKey(db, systemClock, branch);
      const counters = Array.from({ length: inBranch }, (_, index) => ({
        ...{ log: randomUUID(), branch, apiKey, workstationNo: index + 1 },
        seed: Number(branch) * 100 + index,
      }));
      all.push(counters);
    }
    return all;
  } finally {
    await close();
  }
}

/** Counters in as many processes as there are shares, one pace after the other, and then what has become of it all. */
async function run(
  url: string,
  shares: readonly (readonly CounterArgs[])[],
  paces: readonly Pace[],
): Promise<readonly Round[]> {
  const started = await Promise.all(shares.map((share) => startCounters(url, share)));
  tell(`${shares.flat().length} counters prepared`);
  try {
    const rounds: (Worked & Pace)[] = [];
    for (const pace of paces) {
      const each = await Promise.all(started.map(({ work }) => work(pace.seconds, pace.restMillis)));
      rounds.push({ ...sumOf(each), ...pace });
    }
    const settled = (await Promise.all(started.map(({ settle }) => settle()))).flatMap(
      ({ counters }) => counters,
    );
    const faults = await findLoss(url, shares.flat(), settled);
    for (const fault of faults) tell(fault);
    return rounds.map((round) => ({ ...round, counters: shares.flat().length, faults: faults.length }));
  } finally {
    await Promise.all(started.map(({ stop }) => stop()));
  }
}

function report(round: Round, baseline: Round | undefined, isBuilt: boolean): void {
  const { counters, seconds, restMillis, faults, failures } = round;
  const pace = restMillis === 0 ? 'without a pause' : 'a round about once a second each';
  const note = [
    `${counters} counters, ${pace}, ${seconds} s`,
    `${faults} lost or doubled, ${failures.length} requests failed`,
    `${gatewayScript(isBuilt)}, on cores that the counters share`,
  ].join('; ');
  const name = `counters.${counters}${restMillis === 0 ? '.rush' : ''}`;
  const rates = { n: round.pushed, ...(baseline && { baselineName: 'one counter alone, without a pause' }) };
  const perSecond = ({ pushMillis, pushed, seconds: long }: Round) => ({
    ...{ pushes: pushMillis.length / long, entries: pushed / long },
  });
  const before = baseline && perSecond(baseline);
  for (const what of ['pushes', 'entries'] as const)
    print({
      ...{ ...rates, name: `${name}.${what}`, value: perSecond(round)[what], unit: `${what}/s` },
      ...{ baseline: before?.[what] ?? null, note: `${note}; higher is better` },
    });
  for (const what of ['push', 'pull'] as const) {
    const millis = round[`${what}Millis`];
    const alone = baseline?.[`${what}Millis`];
    print({
      ...{ ...rates, name: `${name}.${what}`, value: percentile(millis, 0.99), unit: 'ms', n: millis.length },
      ...{ p50: median(millis), p99: percentile(millis, 0.99), note },
      baseline: alone === undefined ? null : percentile(alone, 0.99),
      ...(alone && { baselineP50: median(alone), baselineP99: percentile(alone, 0.99) }),
    });
  }
}
