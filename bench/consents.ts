import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aLifeSupport, aSignature } from '../src-main/testing/consent-desk.ts';
import { adminSecrets } from '../src-main/testing/workplace.ts';
import { type BenchCore, openCore } from './bench-core.ts';
import { median, percentile, print } from './figure.ts';

const consents = 100;
const textCode = 'consent_life_support';

/**
 * A consent from handing in to its sealed sheet, drawn, signed and durable on the disk; beside the same consent to the
 * moment when it is on record. No timestamp server: its answer is the network's.
 */
export async function benchConsents(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'banko-bench-'));
  const bench = await openCore(dataDir);
  await setUp(bench);
  bench.core.start();
  // What draws and seals is loaded with the first one, as after every start.
  await oneConsent(bench);
  const [sealed, recorded, cpu]: [number[], number[], number[]] = [[], [], []];
  for (let index = 0; index < consents; index += 1) {
    const took = await oneConsent(bench);
    sealed.push(took.sealed);
    recorded.push(took.recorded);
    cpu.push(took.cpu);
  }
  await bench.stop();
  await rm(dataDir, { recursive: true });
  print({
    name: 'consents.sealed',
    ...{ value: percentile(sealed, 0.99), unit: 'ms', n: sealed.length },
    ...{ p50: median(sealed), p99: percentile(sealed, 0.99), cpuP99: percentile(cpu, 0.99) },
    ...{ baseline: percentile(recorded, 0.99), baselineP50: median(recorded) },
    baselineName: 'the same consent on record, its sheet still to be sealed',
    ...{ target: 500, targetOf: 'value' },
  });
}

async function setUp({ call }: BenchCore): Promise<void> {
  await call('system.setUp', {
    branch: { code: '26', name: 'Eskişehir Merkez' },
    desk: { code: 'B1', name: 'Banko 1' },
    workstationNo: 1,
    administrator: { ...adminSecrets, displayName: 'Deniz Yönetici' },
  });
  const { username, password } = adminSecrets;
  await call('session.signIn', { username, password });
  await call('seal.makeOwn', {});
}

type Took = { readonly sealed: number; readonly recorded: number; readonly cpu: number };

async function oneConsent({ core, call }: BenchCore): Promise<Took> {
  const { applicationId } = await call('application.register', aLifeSupport());
  const start = { applicationId, language: 'tr', where: 'this_screen' } as const;
  const { signingId } = await call('signing.start', { ...start, textCodes: [textCode] });
  await call('signing.answer', { signingId, actId: textCode, answer: 'accepted' });
  const isSealed = async () =>
    (await call('consent.ofApplication', { applicationId })).consents.some(
      ({ seal }) => seal === 'timestamp_pending',
    );
  let announced = Promise.withResolvers<void>();
  const unsubscribe = core.onChanged(() => announced.resolve());
  const cpuBefore = process.cpuUsage();
  const before = performance.now();
  await call('signing.submit', { signingId, signature: aSignature });
  const recorded = performance.now() - before;
  while (!(await isSealed())) {
    await announced.promise;
    announced = Promise.withResolvers<void>();
  }
  const sealed = performance.now() - before;
  const { user, system } = process.cpuUsage(cpuBefore);
  unsubscribe();
  return { sealed, recorded, cpu: (user + system) / 1000 };
}
