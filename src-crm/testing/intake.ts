import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { FeedPage } from '../../src-shared/contract/gateway.ts';
import type { intakeApplicationSchema } from '../../src-shared/contract/gateway-intake.ts';
import type { Entry } from '../../src-shared/ledger/entry.ts';
import type { Channel } from '../../src-shared/rules/channels.ts';
import { createIntakeKey } from '../access/api-keys.ts';
import type { Gateway } from '../create-gateway.ts';
import { shippedCatalogue } from '../lib/catalogue.ts';
import type { TestClient } from './gateway.ts';

export type IntakeBody = z.input<typeof intakeApplicationSchema>;

const { code: textCode, version: textVersion } = shippedCatalogue.notice;

/** As the company's app would send it; `changes` replace whole members. */
export function outsideApplication(changes: Partial<IntakeBody> = {}): IntakeBody {
  return {
    channel: 'app',
    applicant: {
      kind: 'person',
      name: 'Gülşen Işık',
      identityNo: null,
      phone: '0532 123 45 67',
      landline: null,
      email: null,
    },
    capacity: 'self',
    applicationType: 'complaint',
    topicCode: 'street_lighting',
    topicFields: { fault: 'off', location: 'Işıklar Sokak 7 önü' },
    description: 'Sokağımızdaki üç lamba iki haftadır yanmıyor.',
    premises: {
      province: 'Eskişehir',
      district: 'Odunpazarı',
      neighbourhood: 'Yenidoğan',
      street: 'Işıklar Sk.',
      doorNo: '7',
    },
    replyChannel: 'telephone',
    notice: { textCode, textVersion, method: 'read_on_screen' },
    ...changes,
  };
}

export type IntakeClient = Awaited<ReturnType<typeof createIntakeClient>>;

/** Speaks to the gateway as a system outside with a key for these channels. */
export async function createIntakeClient(gateway: Gateway, ...channels: readonly Channel[]) {
  const { id, apiKey } = await createIntakeKey(gateway.db, gateway.clock, channels);

  async function send(payload: unknown, headers: Readonly<Record<string, string>>) {
    const reply = await gateway.app.inject({
      method: 'POST',
      url: '/v1/applications',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json', ...headers },
      payload: JSON.stringify(payload),
    });
    return { status: reply.statusCode, body: reply.json() };
  }

  return {
    id,
    apiKey,
    register: (payload: unknown, key: string = randomUUID()) => send(payload, { 'idempotency-key': key }),
    registerWithoutKey: (payload: unknown) => send(payload, {}),
  };
}

/** Everything in the branch's feed about one application, in the order of arrival. */
export async function entriesOf(branch: TestClient, applicationId: string): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  for (let after = '', hasMore = true; hasMore; ) {
    const page: FeedPage = (await branch.get(`/v1/feed?after=${after}`)).body;
    entries.push(...page.entries);
    ({ next: after, hasMore } = page);
  }
  return entries.filter(({ stream }) => stream.id === applicationId);
}
