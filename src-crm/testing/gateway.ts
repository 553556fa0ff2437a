import { pino } from 'pino';
import type { Entry } from '../../src-shared/ledger/entry.ts';
import { createApiKey } from '../access/api-keys.ts';
import { createGateway, type Gateway, type GatewayOptions } from '../create-gateway.ts';
import type { DatabaseSource } from '../db/open.ts';

/** A clock that stands until it is moved. */
export function createTestClock(start = '2026-03-02T08:00:00.000Z') {
  let now = Date.parse(start);
  return {
    now: () => now,
    forward: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

export function openTestGateway(
  database: DatabaseSource,
  options: Partial<GatewayOptions> = {},
): Promise<Gateway> {
  return createGateway({ logger: pino({ level: 'silent' }), random: () => 0, ...options, database });
}

export type TestClient = ReturnType<typeof createTestClient>;

/** Speaks to the gateway as a counter with this key does. */
export function createTestClient(gateway: Gateway, apiKey: string) {
  const headers = { authorization: `Bearer ${apiKey}` };

  async function post(url: string, entries: readonly Entry[]) {
    const reply = await gateway.app.inject({ method: 'POST', url, headers, payload: { entries } });
    return { status: reply.statusCode, body: reply.json() };
  }

  return {
    get: async (url: string) => {
      const reply = await gateway.app.inject({ method: 'GET', url, headers });
      return { status: reply.statusCode, body: reply.json() };
    },
    push: (log: string, entries: readonly Entry[]) => post(`/v1/logs/${log}/entries`, entries),
    giveBack: (entries: readonly Entry[]) => post('/v1/returned', entries),
  };
}

export async function createTestBranch(gateway: Gateway, branch: string): Promise<TestClient> {
  const { apiKey } = await createApiKey(gateway.db, gateway.clock, branch);
  return createTestClient(gateway, apiKey);
}
