import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestClock } from '../../testing/gateway.ts';
import { type FakeIletimerkezi, startFakeIletimerkezi } from '../../testing/sms/fake-iletimerkezi.ts';
import type { Fault } from '../../testing/sms/provider-site.ts';
import { createIletimerkeziDriver } from './iletimerkezi.ts';

const message = { clientKey: 'sms-1', to: '+905321234567', text: 'Başvurunuz kayda alındı.' };

/** Enough for a busy machine, except where no answer will come. */
function patience(fault: Fault): number {
  return fault.endsWith('silent') ? 1_000 : 20_000;
}

describe('İleti Merkezi', () => {
  const clock = createTestClock();
  let site: FakeIletimerkezi;

  beforeEach(async () => {
    site = await startFakeIletimerkezi(clock);
  });
  afterEach(() => site.stop());

  function driver(change: { readonly hash?: string; readonly sender?: string } = {}, timeoutMs = 20_000) {
    const config = { url: site.url, key: 'anahtar', hash: 'ozet', sender: 'OEDAS', ...change };
    return createIletimerkeziDriver(config, { clock, timeoutMs });
  }

  it('sends to the national number as informational', async () => {
    expect(await driver().send(message)).toEqual({ kind: 'accepted', reference: '312891000' });
    expect(site.requests[0]?.json).toEqual({
      request: {
        authentication: { key: 'anahtar', hash: 'ozet' },
        order: {
          sender: 'OEDAS',
          sendDateTime: [],
          iys: '0',
          iysList: 'BIREYSEL',
          message: { text: message.text, receipents: { number: ['5321234567'] } },
        },
      },
    });
    expect(site.phones.received('5321234567')).toEqual([message.text]);
  });

  it.each([
    [400, { kind: 'blocked', holdsAll: false }],
    [401, { kind: 'blocked', holdsAll: true }],
    [402, { kind: 'blocked', holdsAll: true }],
    [422, { kind: 'blocked', holdsAll: false }],
    [450, { kind: 'blocked', holdsAll: true }],
    [451, { kind: 'uncertain' }],
    [452, { kind: 'refused' }],
    [453, { kind: 'refused' }],
    [454, { kind: 'refused' }],
    [459, { kind: 'blocked', holdsAll: true }],
    [460, { kind: 'blocked', holdsAll: true }],
    [466, { kind: 'refused' }],
    [467, { kind: 'blocked', holdsAll: true }],
    [468, { kind: 'blocked', holdsAll: true }],
    [469, { kind: 'blocked', holdsAll: true }],
    [470, { kind: 'blocked', holdsAll: true }],
    [503, { kind: 'unknown', retryAfterMs: 60_000, holdsAll: true }],
    [599, { kind: 'uncertain' }],
  ])('understands code %i', async (code, outcome) => {
    site.answerWith(code);
    const given = await driver().send(message);
    expect(given).toMatchObject(outcome);
    expect(JSON.stringify(given)).not.toMatch(/5321234567|kayda/);
  });

  it('is blocked by a wrong hash and by an unregistered sender name', async () => {
    expect(await driver({ hash: 'yanlış' }).send(message)).toMatchObject({ kind: 'blocked' });
    expect(await driver({ sender: 'BASKA' }).send(message)).toMatchObject({ kind: 'blocked' });
  });

  it.each(['reset', 'silent', 'error', 'taken_then_reset', 'taken_then_silent', 'taken_then_error'] as const)(
    'does not know after %s whether it was taken, and has nobody to ask',
    async (fault) => {
      site.plan(fault);
      const iletimerkezi = driver({}, patience(fault));
      expect((await iletimerkezi.send(message)).kind).toBe('uncertain');
      expect(iletimerkezi.lookUp).toBeUndefined();
    },
  );

  it('waits as long as the provider says when it is too fast', async () => {
    site.plan('busy');
    expect(await driver().send(message)).toMatchObject({ kind: 'unknown', retryAfterMs: 30_000 });
  });

  it('does not take a repeated order for a new one', async () => {
    const iletimerkezi = driver();
    site.plan('taken_then_reset');
    await iletimerkezi.send(message);
    expect(await iletimerkezi.send(message)).toMatchObject({ kind: 'uncertain' });
    expect(site.phones.received('5321234567')).toHaveLength(1);
  });

  it.each([
    [110, 'pending'],
    [111, 'delivered'],
    [112, 'failed'],
    [115, 'failed'],
  ])('reads a report of status %i as %s', async (status, kind) => {
    site.report(status);
    const iletimerkezi = driver();
    await iletimerkezi.send(message);
    expect((await iletimerkezi.delivery('312891000')).kind).toBe(kind);
    expect((await iletimerkezi.delivery('404')).kind).toBe('pending');
  });

  it('knows a pushed report again by its order and by what was sent', async () => {
    const iletimerkezi = driver();
    await iletimerkezi.send(message);
    const [order] = site.orders;
    const read = (status: 'accepted' | 'delivered' | 'undelivered') =>
      order && iletimerkezi.readReports?.(site.pushOf(order, status));
    const sent = { to: message.to, text: message.text };
    expect(read('accepted')).toEqual([{ reference: '312891000', sent, delivery: { kind: 'pending' } }]);
    expect(read('delivered')).toMatchObject([{ delivery: { kind: 'delivered' } }]);
    expect(read('undelivered')).toMatchObject([{ delivery: { kind: 'failed' } }]);
    expect(iletimerkezi.readReports?.({ report: 'x' })).toBeUndefined();
  });
});
