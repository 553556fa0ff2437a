import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createApiKey } from '../../../src-crm/access/api-keys.ts';
import { createGateway, type Gateway } from '../../../src-crm/create-gateway.ts';
import { entryOf } from '../../../src-crm/ledger/entry-rows.ts';
import type { SmsDriver } from '../../../src-crm/sms/driver.ts';
import { actAsTeam, type TeamAction } from '../../../src-crm/team/team-actions.ts';
import type { Entry } from '../../../src-shared/ledger/entry.ts';
import { createTestClock } from '../test-clock.ts';
import { type FaultProxy, startFaultProxy } from './fault-proxy.ts';

export type Central = {
  readonly proxy: FaultProxy;
  readonly gateway: () => Gateway;
  readonly createKey: (branch: string) => Promise<string>;
  /** How often the provider was asked to send, by the SMS's client key. */
  readonly sent: ReadonlyMap<string, number>;
  /** Works off the SMS that wait. */
  readonly sendSms: () => Promise<void>;
  readonly actAsTeam: (teamCode: string, applicationId: string, action: TeamAction) => Promise<string>;
  readonly entries: (branch: string) => Promise<readonly Entry[]>;
  readonly advance: (millis: number) => void;
  /** The line to the gateway is cut and mended, while the gateway goes on. */
  readonly cutLine: () => void;
  readonly mendLine: () => void;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
  /** A copy of the database as it is now; the gateway is down while it is made. */
  readonly backUp: () => Promise<string>;
  readonly restore: (backup: string) => Promise<void>;
  readonly remove: () => Promise<void>;
};

/** The gateway of the tests: a real one, on a database folder and a port of its own, behind a poor line. */
export async function startCentral(): Promise<Central> {
  const root = mkdtempSync(join(tmpdir(), 'banko-central-'));
  const folder = join(root, 'db');
  const clock = createTestClock('2026-03-10T07:00:00.000Z');
  const proxy = await startFaultProxy();
  const sent = new Map<string, number>();
  let gateway: Gateway | undefined;
  let backups = 0;
  let address = '';

  const smsDriver: SmsDriver = {
    name: 'test',
    repeatsSafely: true,
    send: async ({ clientKey }) => {
      sent.set(clientKey, (sent.get(clientKey) ?? 0) + 1);
      return { kind: 'accepted', reference: clientKey };
    },
    delivery: async () => ({ kind: 'delivered', detail: 'Teslim edildi' }),
  };

  function current(): Gateway {
    if (gateway === undefined) throw new Error('The gateway is down');
    return gateway;
  }

  async function start(): Promise<void> {
    const logger = pino({ level: 'silent' });
    gateway = await createGateway({ database: { folder }, logger, clock, smsDriver, random: () => 0 });
    // Listening without `start`: its timer follows the wall clock, and here the test says when SMS are sent.
    address = await gateway.app.listen({ port: 0, host: '127.0.0.1' });
    proxy.setTarget(address);
  }

  async function stop(): Promise<void> {
    proxy.setTarget(undefined);
    await gateway?.stop();
    gateway = undefined;
  }

  await start();
  return {
    proxy,
    sent,
    start,
    stop,
    cutLine: () => proxy.setTarget(undefined),
    mendLine: () => proxy.setTarget(address),
    gateway: current,
    advance: clock.advance,
    createKey: async (branch) => (await createApiKey(current().db, clock, branch)).apiKey,
    sendSms: () => current().sendDueSms(),
    actAsTeam: (teamCode, applicationId, action) => {
      const username = `ekip-${teamCode}`;
      const member = { username, displayName: username, role: 'team', teamCode } as const;
      return actAsTeam(current(), member, applicationId, action);
    },
    entries: async (branch) => {
      const rows = await current()
        .db.selectFrom('entries')
        .selectAll()
        .where('branch', '=', branch)
        .orderBy('position')
        .execute();
      return rows.map(entryOf);
    },
    backUp: async () => {
      await stop();
      backups += 1;
      const copy = join(root, `backup-${backups}`);
      cpSync(folder, copy, { recursive: true });
      await start();
      return copy;
    },
    restore: async (backup) => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
      cpSync(backup, folder, { recursive: true });
      await start();
    },
    remove: async () => {
      await stop();
      await proxy.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
