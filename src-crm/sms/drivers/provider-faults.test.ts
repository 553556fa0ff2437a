import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSeeded, type Seeded, seedOfRun } from '../../../src-main/testing/seeded.ts';
import type { Clock } from '../../lib/clock.ts';
import { type DatabaseServer, databaseVarieties } from '../../testing/databases.ts';
import { createTestClock } from '../../testing/gateway.ts';
import { startFakeIletimerkezi } from '../../testing/sms/fake-iletimerkezi.ts';
import { startFakeNetgsm } from '../../testing/sms/fake-netgsm.ts';
import { type SmscFault, startFakeSmsc } from '../../testing/sms/fake-smsc.ts';
import { startFakeVerimor } from '../../testing/sms/fake-verimor.ts';
import { askedSms } from '../../testing/sms/many-sms.ts';
import type { Phones } from '../../testing/sms/phones.ts';
import { faults, type ProviderSite } from '../../testing/sms/provider-site.ts';
import { runStorm, type Storm } from '../../testing/sms/storm.ts';
import { createIletimerkeziDriver } from './iletimerkezi.ts';
import { createNetgsmDriver } from './netgsm.ts';
import { createSmppDriver } from './smpp.ts';
import { createVerimorDriver } from './verimor.ts';

/** Shared by a provider and its driver: in a storm answers are late, and nobody waits for long. */
type Weather = { isStormy: boolean };

function patienceIn({ isStormy }: Weather): number {
  return isStormy ? 100 : 20_000;
}

type World = Pick<Storm, 'phones' | 'createDriver' | 'endFaults' | 'push'> & {
  readonly stop: () => Promise<void>;
};

const account = { username: '908501112233', password: 'parola', sender: 'OEDAS' };
const token = 'rapor-adresi-icin-tahmin-edilemez-dizi';
const seed = seedOfRun();
const [pglite] = databaseVarieties();

async function netgsm(clock: Clock, seeded: Seeded): Promise<World> {
  const site = await startFakeNetgsm(clock);
  const config = { ...account, username: '8501112233', url: site.url };
  const weather = { isStormy: true };
  return {
    ...overHttp(site, seeded, weather),
    createDriver: () => createNetgsmDriver(config, { clock, timeoutMs: patienceIn(weather) }),
  };
}

async function iletimerkezi(clock: Clock, seeded: Seeded, doesPush: boolean): Promise<World> {
  const site = await startFakeIletimerkezi(clock);
  const config = { url: site.url, key: 'anahtar', hash: 'ozet', sender: 'OEDAS' };
  const pushes = () => (doesPush ? site.orders.map((order) => site.pushOf(order, 'delivered')) : []);
  const weather = { isStormy: true };
  return {
    ...overHttp(site, seeded, weather, pushes),
    createDriver: () => createIletimerkeziDriver(config, { clock, timeoutMs: patienceIn(weather) }),
  };
}

async function verimor(clock: Clock, seeded: Seeded, doesPush: boolean): Promise<World> {
  const site = await startFakeVerimor(clock);
  const reports = () => site.campaigns.map((campaign) => site.pushOf(campaign, 'DELIVERED'));
  const weather = { isStormy: true };
  return {
    ...overHttp(site, seeded, weather, () => (doesPush ? [reports()] : [])),
    createDriver: () =>
      createVerimorDriver({ ...account, url: site.url }, { clock, timeoutMs: patienceIn(weather) }),
  };
}

/** @param pushes what the provider could push now; each is pushed twice, now and then */
function overHttp(
  site: ProviderSite & { readonly phones: Phones },
  seeded: Seeded,
  weather: Weather,
  pushes: () => readonly object[] = () => [],
): Omit<World, 'createDriver'> {
  site.planBy(() => (weather.isStormy && seeded.isOneIn(2) ? seeded.pick(faults) : undefined));
  return {
    phones: site.phones,
    stop: site.stop,
    endFaults: () => {
      weather.isStormy = false;
    },
    push: async (gateway) => {
      for (const payload of pushes().filter(() => weather.isStormy && seeded.isOneIn(4))) {
        for (const _time of [1, 2]) {
          const reply = await gateway.app.inject({ method: 'POST', url: `/sms/raporlar/${token}`, payload });
          expect(reply.statusCode).toBe(200);
        }
      }
    },
  };
}

const smscFaults: readonly SmscFault[] = [
  'reset',
  'silent',
  'throttle',
  'error',
  'taken_then_reset',
  'taken_then_silent',
  'receipt_first',
];

async function smpp(_clock: Clock, seeded: Seeded): Promise<World> {
  const centre = await startFakeSmsc();
  const profile = { systemType: '', window: 5, turkish: 'ucs2', messageIds: 'same' } as const;
  const config = { ...profile, host: '127.0.0.1', port: centre.port, tls: false, sender: 'OEDAS' };
  const weather = { isStormy: true };
  const pauses = { firstPauseMs: 1, longestPauseMs: 5, throttlePauseMs: 5 };
  centre.planBy(() => (weather.isStormy && seeded.isOneIn(2) ? seeded.pick(smscFaults) : undefined));
  return {
    phones: centre.phones,
    stop: centre.stop,
    createDriver: (parts) => {
      const timing = { ...pauses, boundMs: 20_000, answerMs: patienceIn(weather) };
      return createSmppDriver({ ...config, systemId: 'oedas', password: 'parola' }, { ...parts, timing });
    },
    endFaults: () => {
      weather.isStormy = false;
    },
    push: async () => {
      await centre.whenBound();
      await centre.pushReceipts('DELIVRD', 2);
    },
  };
}

describe(`with everything going wrong (BANKO_SEED=${seed})`, () => {
  let server: DatabaseServer | undefined;

  beforeAll(() => {
    server = pglite?.start();
  });
  afterAll(() => server?.stop());

  it.each([
    ['NetGSM', netgsm, false],
    ['İleti Merkezi', iletimerkezi, false],
    ['İleti Merkezi, which pushes its reports', iletimerkezi, true],
    ['Verimor', verimor, false],
    ['Verimor, which pushes its reports', verimor, true],
    ['SMPP', smpp, false],
  ] as const)('%s sends no SMS twice and loses none without telling', async (name, build, doesPush) => {
    if (server === undefined) throw new Error('There is always PGlite');
    const seeded = createSeeded(seed);
    const clock = createTestClock();
    const { stop, ...world } = await build(clock, seeded, doesPush);
    const wrong = { smsId: 'wrong', to: '+902221234567', text: 'Yanlış numara' };
    const asked = [...askedSms(30), wrong];
    const source = await server.create();
    const fates = await runStorm({ ...world, source, clock, seeded, asked, reportToken: token });
    await stop();
    expect(fates.filter(({ state }) => state !== 'delivered' && state !== 'failed')).toEqual([]);
    expect(fates.at(-1)).toEqual({ smsId: 'wrong', state: 'failed', received: 0, told: ['failed'] });
    // A provider that can be asked by our key leaves nothing in doubt.
    const unsettled = fates
      .slice(0, -1)
      .filter(({ received, state }) => received !== 1 || state !== 'delivered');
    if (name.startsWith('Verimor')) expect(unsettled).toEqual([]);
  });
});
