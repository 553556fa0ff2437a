import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSeeded, seedOfRun } from '../../../src-main/testing/seeded.ts';
import type { Gateway } from '../../create-gateway.ts';
import type { DatabaseSource } from '../../db/open.ts';
import type { Clock } from '../../lib/clock.ts';
import { type DatabaseServer, databaseVarieties } from '../../testing/databases.ts';
import {
  createTestBranch,
  createTestClock,
  openTestGateway,
  type TestClient,
} from '../../testing/gateway.ts';
import { startFakeIletimerkezi } from '../../testing/sms/fake-iletimerkezi.ts';
import { startFakeNetgsm } from '../../testing/sms/fake-netgsm.ts';
import { startFakeVerimor } from '../../testing/sms/fake-verimor.ts';
import { ask, askedSms, expectRules, fatesOf } from '../../testing/sms/many-sms.ts';
import type { Phones } from '../../testing/sms/phones.ts';
import { faults, type ProviderSite } from '../../testing/sms/provider-site.ts';
import { doubtLimitMs } from '../doubts.ts';
import type { SmsDriver } from '../driver.ts';
import { createIletimerkeziDriver } from './iletimerkezi.ts';
import { createNetgsmDriver } from './netgsm.ts';
import { createVerimorDriver } from './verimor.ts';

type World = {
  readonly site: ProviderSite;
  readonly phones: Phones;
  readonly driver: SmsDriver;
  /** What the provider pushes about all that it took so far; empty where it only answers questions. */
  readonly pushes: () => readonly object[];
};

const account = { username: '908501112233', password: 'parola', sender: 'OEDAS' };
const timeoutMs = 100;

async function netgsmWorld(clock: Clock): Promise<World> {
  const site = await startFakeNetgsm(clock);
  const config = { ...account, username: '8501112233', url: site.url };
  return {
    site,
    phones: site.phones,
    driver: createNetgsmDriver(config, { clock, timeoutMs }),
    pushes: () => [],
  };
}

async function iletimerkeziWorld(clock: Clock): Promise<World> {
  const site = await startFakeIletimerkezi(clock);
  const config = { url: site.url, key: 'anahtar', hash: 'ozet', sender: 'OEDAS' };
  const driver = createIletimerkeziDriver(config, { clock, timeoutMs });
  const pushes = () => site.orders.map((order) => site.pushOf(order, 'delivered'));
  return { site, phones: site.phones, driver, pushes };
}

async function verimorWorld(clock: Clock): Promise<World> {
  const site = await startFakeVerimor(clock);
  const driver = createVerimorDriver({ ...account, url: site.url }, { clock, timeoutMs });
  const pushes = () => [site.campaigns.map((campaign) => site.pushOf(campaign, 'DELIVERED'))];
  return { site, phones: site.phones, driver, pushes };
}

const seed = seedOfRun();
const token = 'rapor-adresi-icin-tahmin-edilemez-dizi';
const [pglite] = databaseVarieties();

describe(`with everything going wrong (BANKO_SEED=${seed})`, () => {
  let server: DatabaseServer | undefined;

  beforeAll(() => {
    server = pglite?.start();
  });
  afterAll(() => server?.stop());

  it.each([
    ['NetGSM', netgsmWorld, false],
    ['İleti Merkezi', iletimerkeziWorld, false],
    ['İleti Merkezi, which pushes its reports', iletimerkeziWorld, true],
    ['Verimor', verimorWorld, false],
    ['Verimor, which pushes its reports', verimorWorld, true],
  ] as const)('%s sends no SMS twice and loses none without telling', async (name, build, doesPush) => {
    const seeded = createSeeded(seed);
    const clock = createTestClock();
    const world = await build(clock);
    const source = await sourceOf(server);
    const asked = [...askedSms(30), { smsId: 'wrong', to: '+902221234567', text: 'Yanlış numara' }];
    let gateway = await open();
    let branch: TestClient = await createTestBranch(gateway, '26');
    let isDead = false;
    let areThereFaults = true;
    world.site.planBy(() => (areThereFaults && seeded.isOneIn(2) ? seeded.pick(faults) : undefined));

    function open(): Promise<Gateway> {
      const smsDriver: SmsDriver = {
        ...world.driver,
        // The process may die when the provider has answered and nothing of that is written.
        send: async (message) => {
          const outcome = await world.driver.send(message);
          if (areThereFaults && !isDead && seeded.isOneIn(40)) {
            isDead = true;
            await gateway.stop();
          }
          return outcome;
        },
      };
      return openTestGateway(source, { clock, smsDriver, smsReportToken: token, random: seeded.next });
    }

    async function round(): Promise<void> {
      const ended = await gateway.sendDueSms().then(
        () => 'whole',
        (error: unknown) => error,
      );
      if (isDead) {
        isDead = false;
        gateway = await open();
        branch = await createTestBranch(gateway, '26');
      } else expect(ended).toBe('whole');
      const pushes = doesPush && areThereFaults ? world.pushes() : [];
      for (const payload of pushes.filter(() => seeded.isOneIn(4))) await push(payload);
      clock.forward(Math.floor(seeded.next() * 180_000));
      expectRules(await fatesOf(gateway, branch, asked, world.phones));
    }

    async function push(payload: object): Promise<void> {
      // Repeated, since a provider that got no answer in time says it again.
      for (const _time of [1, 2]) {
        const reply = await gateway.app.inject({ method: 'POST', url: `/sms/raporlar/${token}`, payload });
        expect(reply.statusCode).toBe(200);
      }
    }

    for (let batch = 0; batch < asked.length; batch += 10) {
      await ask(branch, clock, asked.slice(batch, batch + 10));
      for (let times = 0; times < 4; times += 1) await round();
    }
    areThereFaults = false;
    for (let times = 0; times < 14; times += 1) {
      await round();
      clock.forward(doubtLimitMs / 12);
    }
    const fates = await fatesOf(gateway, branch, asked, world.phones);
    expectRules(fates);
    expect(fates.filter(({ state }) => state !== 'delivered' && state !== 'failed')).toEqual([]);
    expect(fates.at(-1)).toEqual({ smsId: 'wrong', state: 'failed', received: 0, told: ['failed'] });
    // A provider that can be asked by our key leaves nothing in doubt.
    if (name.startsWith('Verimor')) {
      expect(
        fates.slice(0, -1).filter(({ received, state }) => received !== 1 || state !== 'delivered'),
      ).toEqual([]);
    }
    await gateway.stop();
    await world.site.stop();
  });
});

function sourceOf(server: DatabaseServer | undefined): Promise<DatabaseSource> {
  if (server === undefined) throw new Error('There is always PGlite');
  return server.create();
}
