import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createKeyFile } from '../src-main/adapters/key-file.ts';
import { loadCatalogue } from '../src-main/core/catalogue/catalogue.ts';
import { openStore } from '../src-main/core/db/open.ts';
import { generateHistory } from '../src-main/core/sample/generate.ts';
import { sampleBranch } from '../src-main/core/sample/sample-branch.ts';
import { syntheticMobile, syntheticTckn } from '../src-main/core/sample/synthetic-numbers.ts';
import type { InputOf } from '../src-shared/contract/index.ts';
import { entryTypes } from '../src-shared/ledger/entry-types.ts';
import { openCore, signIn } from './bench-core.ts';
import { median, percentile, print, tell, timed, took } from './figure.ts';
import { benchSeed, type HistoryStore } from './history-store.ts';

const count = 3_000;
const warmUp = 200;

/** A registration through the gate, and one row in a plain table on the same disk, by turns. */
export async function benchRegister(store: HistoryStore): Promise<void> {
  const inputs = registrations(store.consumers);
  const bench = await openCore(store.dataDir);
  const plain = await plainTable(store.dataDir);
  try {
    await signIn(bench);
    const [registered, inserted, cpu]: [number[], number[], number[]] = [[], [], []];
    for (const [index, input] of inputs.entries()) {
      const row = JSON.stringify(input);
      const ours = await took(() => bench.call('application.register', input));
      const theirs = await timed(() => plain.insert(row));
      if (index < warmUp) continue;
      registered.push(ours.millis);
      cpu.push(ours.cpuMillis);
      inserted.push(theirs);
    }
    print({
      name: 'register',
      value: percentile(registered, 0.99),
      unit: 'ms',
      baseline: percentile(inserted, 0.99),
      baselineName: 'one durable insert of the same payload, better-sqlite3, same pragmas and key',
      n: registered.length,
      ...{ p50: median(registered), p99: percentile(registered, 0.99) },
      ...{
        baselineP50: median(inserted),
        baselineP99: percentile(inserted, 0.99),
        cpuP99: percentile(cpu, 0.99),
      },
      ...{ target: 4, targetOf: 'ratio', note: 'p99 to p99, by turns on one disk' },
    });
  } finally {
    plain.close();
    await bench.stop();
  }
}

async function plainTable(dataDir: string) {
  const file = join(dataDir, 'plain.db');
  const remove = () => {
    for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  };
  remove();
  const key = await createKeyFile(join(dataDir, 'store.key')).storeKey();
  const store = openStore(file, key);
  store.raw.exec('create table plain (id integer primary key, payload text not null) strict');
  const statement = store.raw.prepare('insert into plain (payload) values (?)');
  return {
    insert: (row: string) => statement.run(row),
    close: () => {
      store.raw.close();
      remove();
    },
  };
}

/** Walk-ins that the store has not seen: half of them known people, half new ones. */
function registrations(knownPeople: number): readonly InputOf<'application.register'>[] {
  const catalogue = loadCatalogue();
  const { code: textCode, version: textVersion } = catalogue.notice;
  const history = generateHistory({
    ...{ seed: benchSeed + 1, consumers: count + warmUp, applications: count + warmUp, catalogue },
    ...{ branch: sampleBranch.branch, desks: sampleBranch.desks, workstationNos: [1] },
    ...{ users: [{ id: 'clerk', role: 'clerk' }], trackingUrl: 'oedas.com.tr/takip' },
    ...{ from: Date.parse('2026-01-05T00:00:00Z'), to: Date.parse('2026-10-30T00:00:00Z') },
  });
  const inputs: InputOf<'application.register'>[] = [];
  for (const { fact } of history) {
    if (fact.type !== 'application.registered') continue;
    const { applicant, ...rest } = entryTypes['application.registered'].parse(fact.payload);
    const isNew = inputs.length % 2 === 0 && applicant.kind === 'person';
    const index = knownPeople + inputs.length;
    const person = isNew ? { identityNo: syntheticTckn(index), phone: syntheticMobile(index) } : {};
    inputs.push({
      ...{ channel: rest.channel, ticketId: null, consumerId: null },
      capacity: rest.capacity,
      applicant: { ...applicant, ...person },
      ...{ capacityEvidence: rest.capacityEvidence, identityVerifiedBy: rest.identityVerifiedBy },
      ...{ applicationType: rest.applicationType, topicCode: rest.topicCode, topicFields: rest.topicFields },
      ...{ description: rest.description, installationNo: rest.installationNo, premises: rest.premises },
      replyChannel: isNew ? 'telephone' : rest.replyChannel,
      notice: applicant.kind === 'anonymous' ? null : { textCode, textVersion, method: 'read_on_screen' },
    });
  }
  tell(`${inputs.length} registrations prepared`);
  return inputs;
}
