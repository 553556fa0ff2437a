import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import type { FeedPage, Health } from '../../../src-shared/contract/gateway.ts';
import { saveMember } from '../../access/members.ts';
import type { Gateway } from '../../create-gateway.ts';
import type { DatabaseSource } from '../../db/open.ts';
import type { DeliveryReport, LookUp, SendOutcome, SmsDriver } from '../../sms/driver.ts';
import { createTestBrowser } from '../browser.ts';
import { createTestCounter } from '../counter.ts';
import type { DatabaseServer, DatabaseVariety } from '../databases.ts';
import { application, registered, smsRequested } from '../facts.ts';
import { createTestBranch, createTestClock, openTestGateway, type TestClient } from '../gateway.ts';

/** A provider that sends as often as it is asked to, as the real ones do, and answers as it is told. */
function createProvider(canBeAsked: boolean) {
  const tries: string[] = [];
  const answers: (SendOutcome | Error)[] = [];
  const found: LookUp[] = [];
  const deliveries: DeliveryReport[] = [];
  const driver: SmsDriver = {
    name: 'provider',
    repeatsSafely: false,
    send: async ({ clientKey }) => {
      tries.push(clientKey);
      const answer = answers.shift() ?? { kind: 'accepted', reference: `ref-${clientKey}` };
      if (answer instanceof Error) throw answer;
      return answer;
    },
    ...(canBeAsked && { lookUp: async () => found.shift() ?? { kind: 'no_answer' } }),
    delivery: async () => deliveries.shift() ?? { kind: 'delivered', detail: 'DELIVRD' },
  };
  return { driver, tries, answers, found, deliveries };
}

type Provider = ReturnType<typeof createProvider>;

export type SendingWorld = {
  readonly gateway: Gateway;
  readonly provider: Provider;
  readonly clock: ReturnType<typeof createTestClock>;
  /** The process anew, with a provider that can be asked by our key or can't. */
  readonly reopen: (canBeAsked: boolean) => Promise<void>;
  readonly reopenWith: (driver: SmsDriver) => Promise<void>;
  readonly request: (smsId: string) => Promise<void>;
  /** What the branch has been told of its SMS. */
  readonly reports: () => Promise<readonly unknown[]>;
  readonly health: () => Promise<Pick<Health, 'status' | 'reasons'>>;
  readonly operatorsBrowser: () => Promise<ReturnType<typeof createTestBrowser>>;
};

/** A gateway of its own for each test of a suite; there as soon as that test runs. */
export function sendingWorld(start: DatabaseVariety['start']): SendingWorld {
  let server: DatabaseServer;
  let source: DatabaseSource;
  let gateway: Gateway;
  let branch: TestClient;
  let provider: Provider;
  let clock: ReturnType<typeof createTestClock>;

  beforeAll(() => {
    server = start();
  });
  beforeEach(async () => {
    clock = createTestClock();
    source = await server.create();
    provider = createProvider(false);
    await open(provider.driver);
    return () => gateway.stop();
  });
  afterAll(() => server.stop());

  async function open(smsDriver: SmsDriver): Promise<void> {
    gateway = await openTestGateway(source, { clock, smsDriver });
    branch = await createTestBranch(gateway, '26');
  }

  async function reopenWith(driver: SmsDriver): Promise<void> {
    await gateway.stop();
    await open(driver);
  }

  return {
    get gateway() {
      return gateway;
    },
    get provider() {
      return provider;
    },
    get clock() {
      return clock;
    },
    reopen: async (canBeAsked) => {
      provider = createProvider(canBeAsked);
      await reopenWith(provider.driver);
    },
    reopenWith,
    request: async (smsId) => {
      const counter = createTestCounter(clock);
      const stream = application();
      counter.write(registered(stream));
      counter.write(smsRequested(stream, smsId));
      expect((await branch.push(counter.log, counter.entries)).status).toBe(200);
    },
    reports: async () => {
      const page: FeedPage = (await branch.get('/v1/feed')).body;
      return page.entries.flatMap((entry) => (entry.type === 'sms.reported' ? [entry.payload] : []));
    },
    health: async () => {
      const { status, reasons } = (await gateway.app.inject({ url: '/health' })).json<Health>();
      return { status, reasons };
    },
    operatorsBrowser: async () => {
      const operator = {
        username: 'ops',
        displayName: 'Deniz Ak',
        role: 'operator',
        teamCode: null,
      } as const;
      const browser = createTestBrowser(gateway);
      await browser.signIn(await saveMember(gateway.db, clock, operator));
      return browser;
    },
  };
}
