import { expect } from 'vitest';
import type { FeedPage } from '../../../src-shared/contract/gateway.ts';
import type { Gateway } from '../../create-gateway.ts';
import type { SmsOutboxState } from '../../db/schema.ts';
import type { Clock } from '../../lib/clock.ts';
import { createTestCounter } from '../counter.ts';
import { application, registered, smsRequested } from '../facts.ts';
import type { TestClient } from '../gateway.ts';
import type { Phones } from './phones.ts';

export type AskedSms = { readonly smsId: string; readonly to: string; readonly text: string };

/** Consumers with a number and a text of their own, so that every phone and every text is one SMS. */
export function askedSms(count: number): readonly AskedSms[] {
  return Array.from({ length: count }, (_, index) => ({
    smsId: `sms-${String(index).padStart(3, '0')}`,
    to: `+90532${String(index).padStart(7, '0')}`,
    text: `Başvurunuz ${index} no ile kayda alındı.`,
  }));
}

export async function ask(branch: TestClient, clock: Clock, asked: readonly AskedSms[]): Promise<void> {
  const counter = createTestCounter(clock);
  for (const { smsId, to, text } of asked) {
    const stream = application();
    counter.write(registered(stream));
    counter.write(smsRequested(stream, smsId, { to, text }));
  }
  expect((await branch.push(counter.log, counter.entries)).status).toBe(200);
}

export type Fate = {
  readonly smsId: string;
  readonly state: SmsOutboxState;
  readonly received: number;
  /** What the counter has been told, in the order of telling. */
  readonly told: readonly string[];
};

export async function fatesOf(
  { db }: Gateway,
  branch: TestClient,
  asked: readonly AskedSms[],
  phones: Phones,
): Promise<readonly Fate[]> {
  const rows = await db.selectFrom('sms_outbox').select(['sms_id', 'state']).execute();
  const states = new Map(rows.map((row) => [row.sms_id, row.state]));
  const told = await toldTo(branch);
  return asked.map(({ smsId, text }) => ({
    smsId,
    state: states.get(smsId) ?? 'waiting',
    received: phones.count(text),
    told: told.get(smsId) ?? [],
  }));
}

async function toldTo(branch: TestClient): Promise<ReadonlyMap<string, readonly string[]>> {
  const told = new Map<string, readonly string[]>();
  for (let after = '', hasMore = true; hasMore; ) {
    const page: FeedPage = (await branch.get(`/v1/feed?after=${after}`)).body;
    for (const entry of page.entries) {
      if (entry.type !== 'sms.reported') continue;
      const { smsId, state } = entry.payload as { smsId: string; state: string };
      told.set(smsId, [...(told.get(smsId) ?? []), state]);
    }
    ({ next: after, hasMore } = page);
  }
  return told;
}

const waitsForSomebody: ReadonlySet<SmsOutboxState> = new Set(['waiting', 'sending', 'blocked', 'uncertain']);

/** Never two messages; and never none, unless it is still tried, a person is asked, or the counter was told. */
export function expectRules(fates: readonly Fate[]): void {
  expect(fates.filter(({ received }) => received > 1)).toEqual([]);
  const lost = fates.filter(
    ({ received, state, told }) => received === 0 && !waitsForSomebody.has(state) && !told.includes('failed'),
  );
  expect(lost).toEqual([]);
  // Accepted and delivered are said once each, and nothing follows a failure.
  const confused = fates.filter(
    ({ told }) => new Set(told).size !== told.length || (told.includes('failed') && told.at(-1) !== 'failed'),
  );
  expect(confused).toEqual([]);
}
