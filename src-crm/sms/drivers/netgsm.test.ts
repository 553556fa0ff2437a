import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestClock } from '../../testing/gateway.ts';
import { type FakeNetgsm, startFakeNetgsm } from '../../testing/sms/fake-netgsm.ts';
import type { Fault } from '../../testing/sms/provider-site.ts';
import { createNetgsmDriver } from './netgsm.ts';

const message = { clientKey: 'sms-1', to: '+905321234567', text: 'Başvurunuz kayda alındı.' };

/** Enough for a busy machine, except where no answer will come. */
function patience(fault: Fault): number {
  return fault.endsWith('silent') ? 1_000 : 20_000;
}

describe('NetGSM', () => {
  const clock = createTestClock();
  let site: FakeNetgsm;

  beforeEach(async () => {
    site = await startFakeNetgsm(clock);
  });
  afterEach(() => site.stop());

  function driver(
    change: { readonly password?: string; readonly sender?: string; readonly url?: string } = {},
    timeoutMs = 20_000,
  ) {
    const config = { url: site.url, username: '8501112233', password: 'parola', sender: 'OEDAS', ...change };
    return createNetgsmDriver(config, { clock, timeoutMs });
  }

  it('sends to the national number with our key, as informational, in Turkish', async () => {
    const outcome = await driver().send(message);
    expect(outcome).toEqual({ kind: 'accepted', reference: site.jobs[0]?.jobid });
    expect(site.requests.map(({ json }) => json)).toEqual([
      {
        msgheader: 'OEDAS',
        encoding: 'TR',
        iysfilter: '0',
        referansID: 'sms-1',
        messages: [{ msg: message.text, no: '5321234567' }],
      },
    ]);
    expect(site.phones.received('5321234567')).toEqual([message.text]);
  });

  it.each([
    ['Basvurunuz kayda alindi. ÖöÜüÇ', undefined],
    ['Başvurunuz', 'TR'],
    ['Başvurunuz 🙂', 'UNICODE'],
  ])('sends %j with the encoding %s', async (text, encoding) => {
    await driver().send({ ...message, text });
    expect(site.requests.map(({ json }) => Reflect.get(Object(json), 'encoding'))).toEqual([encoding]);
  });

  it('refuses what is no Turkish mobile number without asking anybody', async () => {
    expect(await driver().send({ ...message, to: '+902221234567' })).toMatchObject({ kind: 'refused' });
    expect(site.requests).toEqual([]);
  });

  it.each([
    ['20', { kind: 'refused' }],
    ['30', { kind: 'blocked', holdsAll: true }],
    ['40', { kind: 'blocked', holdsAll: true }],
    ['50', { kind: 'blocked', holdsAll: true }],
    ['51', { kind: 'blocked', holdsAll: true }],
    ['60', { kind: 'blocked', holdsAll: true }],
    ['70', { kind: 'blocked', holdsAll: false }],
    ['80', { kind: 'unknown', retryAfterMs: 60_000, holdsAll: true }],
    ['85', { kind: 'unknown', retryAfterMs: 60_000 }],
    ['100', { kind: 'uncertain' }],
    ['101', { kind: 'uncertain' }],
    ['5000', { kind: 'uncertain' }],
    ['<b>', { kind: 'uncertain', reason: 'NetGSM sistem hatası bildirdi (tanınmayan kod)' }],
  ])('understands code %s', async (code, outcome) => {
    site.answerWith(code);
    const given = await driver().send(message);
    expect(given).toMatchObject(outcome);
    expect(JSON.stringify(given)).not.toMatch(/5321234567|kayda/);
  });

  it('is blocked by a wrong password and by an unregistered sender name', async () => {
    expect(await driver({ password: 'yanlış' }).send(message)).toMatchObject({ kind: 'blocked' });
    expect(await driver({ sender: 'BASKA' }).send(message)).toMatchObject({ kind: 'blocked' });
  });

  it.each([
    ['reset', 'uncertain'],
    ['silent', 'uncertain'],
    ['error', 'uncertain'],
    ['taken_then_reset', 'uncertain'],
    ['taken_then_silent', 'uncertain'],
    ['taken_then_error', 'uncertain'],
    ['busy', 'unknown'],
  ] as const)('says of %s that the outcome is %s', async (fault, kind) => {
    site.plan(fault);
    expect((await driver({}, patience(fault)).send(message)).kind).toBe(kind);
  });

  it('may try again at once what never left this machine', async () => {
    await site.stop();
    expect(await driver().send(message)).toEqual({
      kind: 'unknown',
      reason: 'SMS sağlayıcısına bağlanılamadı',
    });
    site = await startFakeNetgsm(clock);
  });

  it('finds a lost sending by our key, and takes its absence for no proof', async () => {
    site.plan('taken_then_reset');
    const netgsm = driver();
    const attemptedAt = clock.now();
    await netgsm.send(message);
    for (let other = 0; other < 150; other += 1)
      await netgsm.send({ ...message, clientKey: `other-${other}`, text: `${other}` });
    clock.forward(60_000);
    expect(await netgsm.lookUp?.(message, attemptedAt)).toEqual({
      kind: 'taken',
      reference: site.jobs[0]?.jobid,
    });
    const absent = { ...message, clientKey: 'never-sent' };
    expect(await netgsm.lookUp?.(absent, attemptedAt)).toEqual({ kind: 'no_answer' });
  });

  it('asks for many deliveries at once, and never more often than it may', async () => {
    const netgsm = driver();
    const statuses = [0, 1, 2, 3, 4, 11, 12, 13, 14, 15, 16, 17];
    const references: string[] = [];
    for (const status of statuses) {
      site.report(status);
      const outcome = await netgsm.send({ ...message, clientKey: `sms-${status}`, text: `${status}` });
      if (outcome.kind === 'accepted') references.push(outcome.reference);
    }
    const reports = await netgsm.deliveryMany?.(references);
    expect(reports?.map(({ kind }) => kind)).toEqual(['pending', 'delivered', ...Array(10).fill('failed')]);
    for (let asked = 0; asked < 30; asked += 1) await netgsm.delivery(references[1] ?? '');
    expect(site.requests.filter(({ path }) => path.endsWith('/report'))).toHaveLength(9);
    expect(await netgsm.delivery(references[1] ?? '')).toEqual({ kind: 'pending' });
    clock.forward(60_000);
    expect(await netgsm.delivery(references[1] ?? '')).toMatchObject({ kind: 'delivered' });
  });
});
