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

type World = Pick<Storm, 'phones' | 'createDriver' | 'endFaults' | 'push'> & {
  readonly stop: () => Promise<void>;
};

const account = { username: '908501112233', password: 'parola', sender: 'OEDAS' };
const timeoutMs = 100;
const token = 'rapor-adresi-icin-tahmin-edilemez-dizi';
const seed = seedOfRun();
const [pglite] = databaseVarieties();

async function netgsm(clock: Clock, seeded: Seeded): Promise<World> {
  const site = await startFakeNetgsm(clock);
  const config = { ...account, username: '8501112233', url: site.url };
  return { ...overHttp(site, seeded), createDriver: () => createNetgsmDriver(config, { clock, timeoutMs }) };
}

async function iletimerkezi(clock: Clock, seeded: Seeded, doesPush: boolean): Promise<World> {
  const site = await startFakeIletimerkezi(clock);
  const config = { url: site.url, key: 'anahtar', hash: 'ozet', sender: 'OEDAS' };
  const pushes = () => (doesPush ? site.orders.map((order) => site.pushOf(order, 'delivered')) : []);
  return {
    ...overHttp(site, seeded, pushes),
    createDriver: () => createIletimerkeziDriver(config, { clock, timeoutMs }),
  };
}

async function verimor(clock: Clock, seeded: Seeded, doesPush: boolean): Promise<World> {
  const site = await startFakeVerimor(clock);
  const reports = () => site.campaigns.map((campaign) => site.pushOf(campaign, 'DELIVERED'));
  return {
    ...overHttp(site, seeded, () => (doesPush ? [reports()] : [])),
    createDriver: () => createVerimorDriver({ ...account, url: site.url }, { clock, timeoutMs }),
  };
}

/** @param pushes what the provider could push now; each is pushed twice, now and then */
function overHttp(
  site: ProviderSite & { readonly phones: Phones },
  seeded: Seeded,
  pushes: () => readonly object[] = () => [],
): Omit<World, 'createDriver'> {
  let isStormy = true;
  site.planBy(() => (isStormy && seeded.isOneIn(2) ? seeded.pick(faults) : undefined));
  return {
    phones: site.phones,
    stop: site.stop,
    endFaults: () => {
      isStormy = false;
    },
    push: async (gateway) => {
      for (const payload of pushes().filter(() => isStormy && seeded.isOneIn(4))) {
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
  const timing = { boundMs: 500, answerMs: 100, firstPauseMs: 1, longestPauseMs: 5, throttlePauseMs: 5 };
  let isStormy = true;
  centre.planBy(() => (isStormy && seeded.isOneIn(2) ? seeded.pick(smscFaults) : undefined));
  return {
    phones: centre.phones,
    stop: centre.stop,
    createDriver: (parts) =>
      createSmppDriver({ ...config, systemId: 'oedas', password: 'parola' }, { ...parts, timing }),
    endFaults: () => {
      isStormy = false;
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
