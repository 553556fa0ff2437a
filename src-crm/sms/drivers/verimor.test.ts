import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestClock } from '../../testing/gateway.ts';
import { type FakeVerimor, startFakeVerimor } from '../../testing/sms/fake-verimor.ts';
import type { Fault } from '../../testing/sms/provider-site.ts';
import { createVerimorDriver } from './verimor.ts';

const message = { clientKey: 'sms-1', to: '+905321234567', text: 'Başvurunuz kayda alındı.' };

/** Enough for a busy machine, except where no answer will come. */
function patience(fault: Fault): number {
  return fault.endsWith('silent') ? 1_000 : 20_000;
}

describe('Verimor', () => {
  const clock = createTestClock();
  let site: FakeVerimor;

  beforeEach(async () => {
    clock.forward(24 * 3_600_000);
    site = await startFakeVerimor(clock);
  });
  afterEach(() => site.stop());

  function driver(change: { readonly password?: string; readonly sender?: string } = {}, timeoutMs = 20_000) {
    const config = {
      url: site.url,
      username: '908501112233',
      password: 'parola',
      sender: 'OEDAS',
      ...change,
    };
    return createVerimorDriver(config, { clock, timeoutMs });
  }

  it('sends to the number with its country code, under our key, as informational', async () => {
    expect(await driver().send(message)).toEqual({ kind: 'accepted', reference: '98765000' });
    expect(site.requests[0]?.json).toEqual({
      username: '908501112233',
      password: 'parola',
      source_addr: 'OEDAS',
      custom_id: 'sms-1',
      datacoding: '1',
      is_commercial: false,
      messages: [{ msg: message.text, dest: '905321234567', id: 'sms-1' }],
    });
    expect(site.phones.received('5321234567')).toEqual([message.text]);
  });

  it.each([
    ['Basvurunuz ÖöÜüÇ', '0'],
    ['Başvurunuz', '1'],
    ['Başvurunuz 🙂', '2'],
  ])('sends %j with datacoding %s', async (text, datacoding) => {
    await driver().send({ ...message, text });
    expect(site.requests[0]?.json).toMatchObject({ datacoding });
  });

  it.each([
    ['INVALID_SOURCE_ADDRESS', { kind: 'blocked', holdsAll: true }],
    ['NUMERIC_SOURCE_ADDRESS_NOT_ALLOWED', { kind: 'blocked', holdsAll: true }],
    ['INSUFFICIENT_CREDITS', { kind: 'blocked', holdsAll: true }],
    ['MISSING_IYS_BRAND_CODE', { kind: 'blocked', holdsAll: true }],
    ['AHS_AUTHORIZATION_ERROR', { kind: 'blocked', holdsAll: true }],
    ['NO_AHS_BRAND_ERROR', { kind: 'blocked', holdsAll: true }],
    ['INVALID_IYS_RECIPIENT_TYPE', { kind: 'blocked', holdsAll: true }],
    ['INVALID_PERIOD', { kind: 'blocked', holdsAll: false }],
    ['INVALID_DELIVERY_TIME', { kind: 'blocked', holdsAll: false }],
    ['INVALID_DATACODING', { kind: 'blocked', holdsAll: false }],
    ['INVALID_JSON', { kind: 'blocked', holdsAll: false }],
    ['MISSING_MESSAGE', { kind: 'refused' }],
    ['MESSAGE_TOO_LONG', { kind: 'refused' }],
    ['INVALID_UTF8', { kind: 'refused' }],
    ['FORBIDDEN_MESSAGE', { kind: 'refused' }],
    ['MISSING_DESTINATION_ADDRESS', { kind: 'refused' }],
    ['INVALID_DESTINATION_ADDRESS', { kind: 'refused' }],
    ['Beklenmeyen bir durum', { kind: 'blocked', reason: 'Verimor isteği kabul etmedi (400)' }],
  ])('understands %s', async (code, outcome) => {
    site.answerWith(code);
    const given = await driver().send(message);
    expect(given).toMatchObject(outcome);
    expect(JSON.stringify(given)).not.toMatch(/5321234567|kayda/);
  });

  it('is blocked by a wrong password', async () => {
    expect(await driver({ password: 'yanlış' }).send(message)).toMatchObject({ kind: 'blocked' });
  });

  it.each([
    ['taken_then_reset', 'taken'],
    ['taken_then_silent', 'taken'],
    ['taken_then_error', 'taken'],
    ['reset', 'not_taken'],
    ['silent', 'not_taken'],
    ['error', 'not_taken'],
  ] as const)('learns by our key what became of %s: %s', async (fault, kind) => {
    const verimor = driver({}, patience(fault));
    site.plan(fault);
    expect((await verimor.send(message)).kind).toBe('uncertain');
    expect((await verimor.lookUp?.(message, clock.now()))?.kind).toBe(kind);
  });

  it('takes a refused repeat of its own SMS for the sending that it repeats', async () => {
    const verimor = driver();
    site.plan('taken_then_reset');
    await verimor.send(message);
    expect(await verimor.send(message)).toEqual({ kind: 'accepted', reference: '98765000' });
    const other = { ...message, clientKey: 'sms-2' };
    expect(await verimor.send(other)).toMatchObject({ kind: 'refused' });
    expect(site.phones.received('5321234567')).toHaveLength(1);
  });

  it('asks no more often than it may', async () => {
    const verimor = driver();
    await verimor.send(message);
    for (let asked = 0; asked < 30; asked += 1) await verimor.delivery('98765000');
    expect(site.requests.filter(({ path }) => path === '/v2/status')).toHaveLength(9);
    expect(await verimor.lookUp?.(message, clock.now())).toEqual({ kind: 'no_answer' });
  });

  it.each([
    ['SENDING', 'pending'],
    ['WAITING', 'pending'],
    ['DELIVERED', 'delivered'],
    ['SENT', 'delivered'],
    ['NOT_DELIVERED', 'failed'],
    ['EXPIRED', 'failed'],
    ['REJECTED', 'failed'],
    ['INVALID_DESTINATION_ADDRESS', 'failed'],
    ['BLACKLISTED_DESTINATION_ADDRESS', 'failed'],
    ['DOUBLE_SEND_ERROR', 'failed'],
    ['NOT_ALLOWED_BY_IYS', 'failed'],
    ['SEND_ERROR', 'failed'],
    ['MISSING_TARIFF', 'failed'],
    ['ROUTE_NOT_AVAILABLE', 'failed'],
    ['NETWORK_NOTCOVERED', 'failed'],
    ['INTERNATIONAL_DENIED', 'failed'],
  ])('reads %s as %s, asked and pushed', async (status, kind) => {
    site.report(status);
    const verimor = driver();
    await verimor.send(message);
    expect((await verimor.delivery('98765000')).kind).toBe(kind);
    const pushed = site.campaigns.map((campaign) => site.pushOf(campaign, status));
    expect(verimor.readReports?.(pushed)).toMatchObject([
      { clientKey: 'sms-1', reference: '98765000', delivery: { kind } },
    ]);
  });

  it('passes over the SMS of consumers, and refuses what is no list of reports', () => {
    const inbound = { type: 'inbound', source_addr: '905319876543', content: 'merhaba' };
    expect(driver().readReports?.([inbound])).toEqual([]);
    expect(driver().readReports?.({ type: 'outbound' })).toBeUndefined();
  });
});
